/* A ballot on a phone: one theme at a time, every change saves itself, and what could not be sent
   waits on the phone (only until it is sent) and goes when the connection is back.
   Without this file the same form shows all themes and has its own button. */
"use strict";

(() => {
  const RETRY = 2000;
  const form = document.querySelector("form[data-ballot]");
  if (!form) return;
  const find = (name) => form.querySelector(`[data-${name}]`);

  /* What is not sent yet, also when the page is loaded anew. */
  class Waiting {
    constructor(key) {
      this.key = `stembriefje-${key}`;
      this.fields = {};
      try {
        this.fields = JSON.parse(localStorage.getItem(this.key)) || {};
      } catch {
        this.fields = {};
      }
    }

    get isEmpty() {
      return !Object.keys(this.fields).length;
    }

    put(name, value) {
      this.fields[name] = value;
      this.keep();
    }

    sent(fields) {
      for (const [name, value] of Object.entries(fields)) if (this.fields[name] === value) delete this.fields[name];
      this.keep();
    }

    keep() {
      try {
        if (this.isEmpty) localStorage.removeItem(this.key);
        else localStorage.setItem(this.key, JSON.stringify(this.fields));
      } catch {
        /* A phone that keeps nothing still has it on the screen. */
      }
    }
  }

  class Ballot {
    constructor() {
      this.waiting = new Waiting(form.dataset.key);
      this.revision = Number(form.dataset.revision);
      this.status = find("status");
      this.timer = null;
      this.sending = null;
      this.wantsDone = false;
      for (const [name, value] of Object.entries(this.waiting.fields)) this.show(name, value);
      form.addEventListener("input", (event) => this.changed(event.target));
      form.addEventListener("submit", (event) => this.submit(event));
      window.addEventListener("online", () => this.send());
      document.addEventListener("ig:stand", (event) => this.stands(event.detail));
      if (!this.waiting.isEmpty) this.send();
    }

    changed(field) {
      if (!field.name) return;
      this.waiting.put(field.name, field.value);
      this.sum();
      window.clearTimeout(this.timer);
      this.timer = window.setTimeout(() => this.send(), field.type === "radio" ? 0 : 500);
    }

    submit(event) {
      event.preventDefault();
      this.wantsDone = event.submitter?.name === "klaar";
      this.send();
    }

    say(words, isBad = false) {
      this.status.textContent = words;
      this.status.classList.toggle("ig-error", isBad);
    }

    send() {
      window.clearTimeout(this.timer);
      this.sending = (this.sending || Promise.resolve()).then(() => this.sendNow());
      return this.sending;
    }

    async sendNow() {
      const changes = { ...this.waiting.fields };
      const done = this.wantsDone;
      if (!Object.keys(changes).length && !done) return;
      try {
        const answer = await fetch(form.dataset.save, {
          method: "POST",
          headers: { "Content-Type": "application/json", Accept: "application/json" },
          body: JSON.stringify({ changes, done }),
          credentials: "same-origin",
        });
        await this.receive(answer, changes);
      } catch {
        this.say("Geen verbinding. Wat u invult, staat op deze telefoon en wordt verstuurd zodra het kan.", true);
        this.timer = window.setTimeout(() => this.send(), RETRY);
      }
    }

    async receive(answer, changes) {
      if (answer.status >= 500) throw new Error("try again");
      const reply = await answer.json();
      if (reply.closed) return this.tooLate(reply.problem, changes);
      if (!answer.ok) return this.refused(reply.problem, changes);
      this.wantsDone = false;
      this.waiting.sent(changes);
      this.revision = reply.revision;
      this.compare(reply.fields);
      this.say(reply.status);
      form.classList.toggle("is-done", reply.done);
      document.dispatchEvent(new CustomEvent("ig:kept"));
    }

    /* Nothing is lost: what was typed stays on the screen, but is no longer sent by itself. */
    refused(problem, changes) {
      this.wantsDone = false;
      this.waiting.sent(changes);
      this.say(problem || "Bewaren lukte niet. Laad de bladzijde opnieuw.", true);
    }

    tooLate(problem, changes) {
      this.waiting.sent(changes);
      const stand = document.querySelector("[data-stand]");
      stand.dataset.stay = "yes";
      /* As an ordinary form: the answer shows what was filled in and the result of the round. */
      const late = document.createElement("form");
      late.method = "post";
      late.hidden = true;
      for (const [name, value] of Object.entries(changes)) {
        const field = document.createElement("input");
        field.name = name;
        field.value = value;
        late.append(field);
      }
      document.body.append(late);
      late.submit();
    }

    stands(told) {
      if (!this.waiting.isEmpty) told.wait.push(this.send());
      if (told.stage === told.was && told.revision !== this.revision && this.waiting.isEmpty) {
        this.wantsDone = false;
        this.fetchKept();
      }
    }

    /* Another device saved with the same link: show what is kept. */
    async fetchKept() {
      try {
        const answer = await fetch(form.dataset.save, {
          method: "POST",
          headers: { "Content-Type": "application/json", Accept: "application/json" },
          body: JSON.stringify({ changes: {} }),
        });
        if (answer.ok) await this.receive(answer, {});
      } catch {
        /* The next time. */
      }
    }

    compare(fields) {
      let isOther = false;
      for (const [name, value] of Object.entries(fields)) {
        if (name in this.waiting.fields || this.shown(name) === String(value)) continue;
        this.show(name, value);
        isOther = true;
      }
      if (isOther) find("other").hidden = false;
      this.sum();
    }

    inputs(name) {
      return [...form.elements].filter((one) => one.name === name);
    }

    shown(name) {
      const found = this.inputs(name);
      const chosen = found.find((one) => one.checked);
      return found.length && found[0].type === "radio" ? (chosen ? chosen.value : "") : found[0]?.value;
    }

    show(name, value) {
      for (const one of this.inputs(name)) {
        if (one.type === "radio") one.checked = one.value === String(value);
        else one.value = value;
      }
    }

    sum() {
      const place = find("sum");
      const points = [...form.querySelectorAll("[data-points]")];
      if (!place || !points.length) return;
      const sum = points.reduce((total, one) => total + (Number(one.value) || 0), 0);
      const left = 100 - sum;
      if (left === 0) place.textContent = "Alle 100 punten zijn verdeeld.";
      else if (left > 0) place.textContent = `${sum} van 100 punten verdeeld, nog ${left} te gaan.`;
      else place.textContent = `${sum} punten verdeeld; dat zijn er ${-left} te veel.`;
    }
  }

  /* One theme at a time, but only where themes have more than one question. */
  class Steps {
    constructor() {
      this.parts = [...form.querySelectorAll("[data-theme]")];
      this.at = 0;
      if (Number(form.dataset.dots) || this.parts.length < 2) return this.bar(this.parts.length);
      find("plain-save").hidden = true;
      find("back").hidden = find("next").hidden = false;
      find("back").addEventListener("click", () => this.go(this.at - 1));
      find("next").addEventListener("click", () => this.go(this.at + 1));
      const open = this.parts.findIndex((part) => this.isOpen(part));
      this.show(open < 0 ? this.parts.length - 1 : open);
    }

    isOpen(part) {
      const scales = [...part.querySelectorAll(".ig-scale")];
      return scales.some((scale) => !scale.querySelector("input:checked")) || !!part.querySelector("input[type=number]");
    }

    go(at) {
      this.show(Math.min(Math.max(at, 0), this.parts.length - 1));
      const heading = this.parts[this.at].querySelector("h2");
      window.scrollTo(0, 0);
      heading.focus({ preventScroll: true });
    }

    show(at) {
      this.at = at;
      this.parts.forEach((part, index) => (part.hidden = index !== at));
      const isLast = at === this.parts.length - 1;
      find("back").hidden = at === 0;
      find("next").hidden = isLast;
      find("done").hidden = !isLast;
      find("place").textContent = `, ${at + 1} van ${this.parts.length}`;
      this.bar(at + 1);
    }

    bar(done) {
      find("bar").setAttribute("width", String(done));
    }
  }

  form.classList.add("has-script");
  find("plain-save").hidden = true;
  new Ballot();
  new Steps();
})();
