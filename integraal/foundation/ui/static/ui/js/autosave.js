/* Saves what somebody writes while they write: a text, or a text with the fields beside it. Without
   this file the same form posts with its own button. Nothing is kept in the browser's storage: a
   draft about safety does not belong on a shared computer. */
"use strict";

(() => {
  const PAUSE = 1500;
  const RETRY = 5000;
  const NOT_WRITTEN = ["csrfmiddlewaretoken", "base_revision"];

  /* As the page brought it: somebody may have typed before this file was there. */
  function brought(field) {
    if (field.tagName !== "SELECT") return field.defaultValue;
    const chosen = [...field.options].find((one) => one.defaultSelected) || field.options[0];
    return chosen ? chosen.value : "";
  }

  function isSame(some, others) {
    return Object.keys(some).every((name) => some[name] === others[name]);
  }

  class Autosave {
    constructor(form) {
      this.form = form;
      this.text = form.querySelector("textarea[name=text]");
      this.fields = [...form.elements].filter((one) => one.name && !NOT_WRITTEN.includes(one.name) && one.type !== "submit");
      this.revision = form.querySelector("input[name=base_revision]");
      this.status = form.querySelector("[data-status]");
      this.place = form.querySelector("[data-conflict-place]");
      this.template = form.querySelector("template[data-conflict]");
      this.saved = Object.fromEntries(this.fields.map((one) => [one.name, brought(one)]));
      this.timer = null;
      this.isSending = false;
      this.isConflict = false;
      form.addEventListener("input", () => this.plan(PAUSE));
      form.addEventListener("submit", (event) => this.submit(event));
      window.addEventListener("beforeunload", (event) => this.warn(event));
      window.addEventListener("online", () => this.plan(0));
      this.plan(PAUSE);
    }

    get written() {
      return Object.fromEntries(this.fields.map((one) => [one.name, one.value]));
    }

    get isDirty() {
      return !isSame(this.written, this.saved);
    }

    /* What stands in the form as one text: of several fields each with its label. */
    get words() {
      const filled = this.fields.filter((one) => one.value);
      if (this.fields.length === 1) return this.text.value;
      return filled.map((one) => `${this.label(one)}: ${this.shown(one)}`).join("\n\n");
    }

    label(field) {
      const words = field.labels.length ? field.labels[0].cloneNode(true) : null;
      if (!words) return field.name;
      for (const part of words.querySelectorAll(".muted")) part.remove();
      return words.textContent.trim();
    }

    shown(field) {
      return field.tagName === "SELECT" ? field.selectedOptions[0].textContent : field.value;
    }

    fill(values) {
      for (const one of this.fields) if (values[one.name] !== undefined) one.value = values[one.name];
    }

    say(words, kind = "") {
      this.status.className = "ig-editor__status" + (kind ? " is-" + kind : "");
      this.status.textContent = words;
    }

    plan(delay) {
      window.clearTimeout(this.timer);
      if (this.isConflict || !this.isDirty) return;
      if (delay === PAUSE) this.say("Nog niet bewaard", "waiting");
      this.timer = window.setTimeout(() => this.save(), delay);
    }

    submit(event) {
      event.preventDefault();
      window.clearTimeout(this.timer);
      if (this.isConflict) this.place.querySelector(".ig-conflict").focus();
      else this.save();
    }

    warn(event) {
      if (this.isDirty || this.isConflict) event.preventDefault();
    }

    async save() {
      if (this.isSending) return this.plan(PAUSE);
      const over = this.text.value.length - Number(this.form.dataset.longest || Infinity);
      if (over > 0) return this.say(`De tekst is ${over} tekens te lang. Kort hem in; er is niets verloren.`, "failed");
      this.isSending = true;
      const sent = this.written;
      const body = new URLSearchParams(new FormData(this.form));
      this.say("Bezig met bewaren");
      try {
        const answer = await fetch(this.form.action, {
          method: "POST",
          headers: { "X-Requested-With": "autosave", Accept: "application/json" },
          body,
          credentials: "same-origin",
        });
        await this.receive(answer, sent);
      } catch {
        this.say("Geen verbinding. Uw tekst staat nog op dit scherm; we proberen het opnieuw.", "failed");
        this.later(RETRY);
      } finally {
        this.isSending = false;
      }
    }

    later(delay) {
      window.clearTimeout(this.timer);
      this.timer = window.setTimeout(() => this.save(), delay);
    }

    async receive(answer, sent) {
      const isJson = (answer.headers.get("Content-Type") || "").includes("application/json");
      if (answer.status === 409 && isJson) return this.conflict(await answer.json());
      if (answer.status === 403 || answer.redirected) return this.signedOut();
      if (!answer.ok || !isJson) {
        const words = isJson ? (await answer.json()).problem : "";
        this.say(words || "Bewaren lukte niet. Uw tekst staat nog op dit scherm; we proberen het opnieuw.", "failed");
        if (answer.status >= 500) this.later(RETRY);
        return;
      }
      const reply = await answer.json();
      this.saved = sent;
      this.revision.value = reply.revision;
      this.takeOver(reply.filled || {}, sent);
      this.form.dispatchEvent(new CustomEvent("ig:saved", { detail: reply, bubbles: true }));
      if (this.isDirty) this.plan(PAUSE);
      else this.say(reply.status);
    }

    /* What the product filled in, in fields that nobody touched since. */
    takeOver(filled, sent) {
      const now = this.written;
      for (const name of Object.keys(filled)) if (now[name] !== sent[name]) delete filled[name];
      this.fill(filled);
      Object.assign(this.saved, filled);
    }

    signedOut() {
      this.say("", "failed");
      const link = document.createElement("a");
      link.href = this.form.dataset.signIn;
      link.target = "_blank";
      link.rel = "noopener";
      link.textContent = "Log in (opent een nieuw tabblad)";
      this.status.append("U bent uitgelogd of mag dit niet meer. ", link, " en kies daarna Bewaren.");
    }

    conflict(other) {
      this.isConflict = true;
      this.say("Niet bewaard: er is een andere tekst", "failed");
      const panel = this.template.content.cloneNode(true).firstElementChild;
      panel.querySelector("[data-by]").textContent = other.by;
      panel.querySelector("[data-at]").textContent = other.at;
      panel.querySelector("[data-mine]").textContent = this.words;
      panel.querySelector("[data-theirs]").textContent = other.text;
      for (const button of panel.querySelectorAll("[data-choose]")) {
        button.addEventListener("click", () => this.choose(button.dataset.choose, other));
      }
      this.place.replaceChildren(panel);
      panel.focus();
    }

    choose(choice, other) {
      const theirs = other.fields || { text: other.text };
      /* Read again: somebody may have gone on writing while the panel stood there. */
      const mine = this.text.value;
      if (choice === "theirs") this.fill(theirs);
      if (choice === "both") this.text.value = theirs.text.trimEnd() + "\n\n" + mine;
      this.revision.value = other.revision;
      this.saved = { ...this.saved, ...theirs };
      this.isConflict = false;
      this.place.replaceChildren();
      this.text.focus();
      if (this.isDirty) this.save();
      else this.say("U werkt verder met de andere tekst");
    }
  }

  for (const form of document.querySelectorAll("form[data-autosave]")) new Autosave(form);
})();
