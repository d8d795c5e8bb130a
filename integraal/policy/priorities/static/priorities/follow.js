/* A phone or screen follows the session: every two seconds it asks how it stands, and is mostly told
   that nothing changed. Without this file a page shows how it stood when it was opened. */
"use strict";

(() => {
  const EVERY = 2000;
  const badge = document.querySelector("[data-connection]");

  function connected(isConnected) {
    if (badge) {
      badge.hidden = false;
      const words = isConnected ? "Verbonden" : "Geen verbinding";
      if (badge.textContent !== words) badge.textContent = words;
      badge.classList.toggle("ig-state--draft", !isConnected);
    }
    document.dispatchEvent(new CustomEvent("ig:connection", { detail: isConnected }));
  }

  /* What was opened by a form is not sent again: the page itself is opened. */
  function anew() {
    const home = document.querySelector("[data-home]");
    if (home) location.assign(home.dataset.home);
    else location.reload();
  }

  class Following {
    constructor(address, accept, changed) {
      this.address = address;
      this.accept = accept;
      this.changed = changed;
      this.mark = "";
      this.timer = null;
      document.addEventListener("visibilitychange", () => document.hidden || this.ask());
      window.addEventListener("online", () => this.ask());
      this.later();
    }

    later() {
      window.clearTimeout(this.timer);
      this.timer = window.setTimeout(() => this.ask(), EVERY);
    }

    async ask() {
      window.clearTimeout(this.timer);
      if (this.isAsking || document.hidden) return this.later();
      this.isAsking = true;
      try {
        const headers = { Accept: this.accept };
        if (this.mark) headers["If-None-Match"] = this.mark;
        const answer = await fetch(this.address, { headers, cache: "no-store", credentials: "same-origin" });
        if (answer.status === 200 && !answer.redirected) {
          this.mark = answer.headers.get("ETag") || "";
          await this.changed(answer);
        } else if (answer.status === 404 || answer.status === 403 || answer.redirected) {
          return anew();
        }
        connected(answer.status < 500);
      } catch {
        connected(false);
      } finally {
        this.isAsking = false;
        this.later();
      }
    }
  }

  /* The clock counts by itself; the server only says how much is left. */
  class Clock {
    constructor() {
      this.tick();
      window.setInterval(() => this.tick(), 500);
    }

    tick() {
      for (const place of document.querySelectorAll("[data-left]")) {
        if (place.dataset.left === "") continue;
        if (place.dataset.ends === undefined || place.dataset.was !== place.dataset.left) {
          place.dataset.was = place.dataset.left;
          place.dataset.ends = String(performance.now() + 1000 * Number(place.dataset.left));
        }
        const left = Math.max(0, Math.ceil((Number(place.dataset.ends) - performance.now()) / 1000));
        const words = left ? `${Math.floor(left / 60)}.${String(left % 60).padStart(2, "0")}` : "De tijd is om";
        if (place.textContent !== words) place.textContent = words;
      }
    }
  }

  /* A phone: another stage is another page. What is not sent yet goes first. */
  const stand = document.querySelector("[data-stand]");
  if (stand) {
    new Following(stand.dataset.stand, "application/json", async (answer) => {
      const told = await answer.json();
      const clock = document.querySelector("[data-left]");
      if (clock && told.left !== null) clock.dataset.left = String(told.left);
      const detail = { ...told, was: stand.dataset.stage, wait: [] };
      document.dispatchEvent(new CustomEvent("ig:stand", { detail }));
      await Promise.all(detail.wait);
      if (told.stage !== stand.dataset.stage && !stand.dataset.stay) anew();
      else if (told.left !== null && !clock) anew();
    });
  }

  /* A screen: a part of the page is replaced, and the focus stays where it was. */
  const live = document.querySelector("[data-live]");
  if (live) {
    new Following(live.dataset.live, "text/html", async (answer) => {
      const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
      const stage = fresh.querySelector("[data-stage]");
      if (stage && stage.dataset.stage !== live.dataset.stage) return anew();
      for (const part of fresh.querySelectorAll("[data-part]")) {
        const old = document.querySelector(`[data-part="${part.dataset.part}"]`);
        if (!old || old.innerHTML === part.innerHTML || old.querySelector("dialog[open]")) continue;
        const focused = old.contains(document.activeElement) ? document.activeElement.id : "";
        old.innerHTML = part.innerHTML;
        if (focused) document.getElementById(focused)?.focus();
      }
    });
  }

  new Clock();
})();
