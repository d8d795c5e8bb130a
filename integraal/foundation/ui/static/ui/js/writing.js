/* In an editor: marks, what can be put in from a list, and how the text reads after each save.
   Without this file marks are typed, and how it reads comes with the page after Bewaren. */
"use strict";

(() => {
  const MOST_SHOWN = 40;
  const MARKS = {
    heading: (field) => atLineStart(field, "## "),
    list: (field) => atLineStart(field, "- "),
    bold: (field) => {
      const chosen = field.value.slice(field.selectionStart, field.selectionEnd);
      put(field, "**" + chosen + "**");
      if (!chosen) field.selectionEnd = field.selectionStart -= 2;
    },
  };

  /* Put words in place of the selection, so that undo takes them out again. */
  function put(field, words) {
    field.focus();
    if (document.execCommand("insertText", false, words)) return;
    field.setRangeText(words, field.selectionStart, field.selectionEnd, "end");
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }

  /* Put a mark before every chosen line, or take it away where all have it. */
  function atLineStart(field, mark) {
    const start = field.value.lastIndexOf("\n", field.selectionStart - 1) + 1;
    const after = field.value.indexOf("\n", field.selectionEnd);
    const end = after < 0 ? field.value.length : after;
    const lines = field.value.slice(start, end).split("\n");
    const isMarked = lines.every((line) => line.startsWith(mark));
    const changed = lines.map((line) => (isMarked ? line.slice(mark.length) : mark + line)).join("\n");
    field.setSelectionRange(start, end);
    put(field, changed);
  }

  class Inserting {
    constructor(dialog) {
      this.dialog = dialog;
      this.search = dialog.querySelector("[data-search]");
      this.count = dialog.querySelector("[data-count]");
      this.list = dialog.querySelector("[data-list]");
      this.template = dialog.querySelector("template[data-choice]");
      this.choices = null;
      this.field = null;
      dialog.querySelector("[data-close]").addEventListener("click", () => dialog.close());
      dialog.addEventListener("close", () => this.field.focus());
      dialog.addEventListener("keydown", (event) => this.key(event));
      this.search.addEventListener("input", () => this.show());
    }

    async open(field) {
      this.field = field;
      this.search.value = "";
      this.list.replaceChildren();
      this.dialog.showModal();
      this.search.focus();
      try {
        await this.fetch();
        this.show();
      } catch {
        this.count.textContent = "De lijst kwam niet binnen. Sluit dit venster en probeer het opnieuw.";
      }
    }

    /* Each time anew: a source may have been revised since. */
    async fetch() {
      this.count.textContent = "De lijst wordt opgehaald.";
      const answer = await fetch(this.dialog.dataset.insert, { credentials: "same-origin" });
      if (!answer.ok || answer.redirected) throw new Error("no list");
      this.choices = (await answer.json()).choices;
    }

    show() {
      if (!this.choices) return;
      const wanted = this.search.value.toLowerCase().split(/\s+/).filter(Boolean);
      const found = this.choices.filter((one) => {
        const words = [one.name, one.reads, one.what, one.theme_name, one.token].join(" ").toLowerCase();
        return wanted.every((word) => words.includes(word));
      });
      const shown = found.slice(0, MOST_SHOWN);
      this.list.replaceChildren(...shown.map((one) => this.line(one)));
      this.count.textContent = this.counted(found.length, shown.length);
    }

    counted(found, shown) {
      if (!this.choices.length) return "Er zijn nog geen cijfers ingelezen.";
      if (!found) return "Geen cijfer gevonden. Zoek met andere woorden.";
      return found > shown ? `${found} gevonden; hier staan er ${shown}. Typ verder om te kiezen.` : `${found} gevonden.`;
    }

    line(one) {
      const line = this.template.content.cloneNode(true).firstElementChild;
      line.querySelector("[data-reads]").textContent = one.reads;
      line.querySelector("[data-what]").textContent = `${one.name}: ${one.what} (${one.theme_name})`;
      line.querySelector("button").addEventListener("click", () => this.choose(one));
      return line;
    }

    choose(one) {
      this.dialog.close();
      const before = this.field.value.slice(0, this.field.selectionStart);
      put(this.field, (/[^\s(“‘"']$/.test(before) ? " " : "") + one.token);
    }

    key(event) {
      const buttons = [...this.list.querySelectorAll("button")];
      const place = buttons.indexOf(document.activeElement);
      if (event.key === "Enter" && event.target === this.search) {
        event.preventDefault();
        if (buttons.length) buttons[0].click();
      } else if (event.key === "ArrowDown" && place + 1 < buttons.length) {
        event.preventDefault();
        buttons[place + 1].focus();
      } else if (event.key === "ArrowUp" && place >= 0) {
        event.preventDefault();
        (buttons[place - 1] || this.search).focus();
      }
    }
  }

  const dialog = document.querySelector("dialog[data-insert]");
  const inserting = dialog && new Inserting(dialog);
  for (const tools of document.querySelectorAll("[data-tools]")) {
    const field = tools.closest("form").querySelector("textarea[name=text]");
    for (const button of tools.querySelectorAll("[data-mark]")) {
      button.addEventListener("click", () => MARKS[button.dataset.mark](field));
    }
    const opener = tools.querySelector("[data-open-insert]");
    if (inserting) opener.addEventListener("click", () => inserting.open(field));
    else opener.hidden = true;
    tools.hidden = false;
  }

  document.addEventListener("ig:saved", (event) => {
    const part = event.target.closest("[data-part]");
    const place = part && part.querySelector("[data-reads]");
    if (place && event.detail.reads !== undefined) place.innerHTML = event.detail.reads;
  });
})();
