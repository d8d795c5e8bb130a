/* Saying how a measure goes: what was typed and is not kept yet waits in this browser, and goes when
   the connection is back. Without this file each card has its own button, and the page comes back. */
"use strict";

(() => {
  const LASTS = 14 * 24 * 3600 * 1000;
  const RETRY = 4000;
  const NOT_TYPED = ["csrfmiddlewaretoken", "deed", "maatregel"];

  function place(form) {
    return `bijwerking-${form.dataset.draft}`;
  }

  /* A phone that keeps nothing still has it on the screen. */
  function attempt(deed) {
    try {
      return deed();
    } catch {
      return null;
    }
  }

  function typed(form) {
    const found = new URLSearchParams(new FormData(form));
    for (const name of NOT_TYPED) found.delete(name);
    return Object.fromEntries(found);
  }

  function keep(form, isSent = false) {
    const draft = JSON.stringify({ at: Date.now(), isSent, fields: typed(form) });
    attempt(() => localStorage.setItem(place(form), draft));
  }

  function forget(form) {
    attempt(() => localStorage.removeItem(place(form)));
  }

  function say(form, words) {
    const status = form.querySelector("[data-say]");
    status.textContent = words;
    status.hidden = !words;
  }

  function show(form, fields) {
    for (const one of form.elements) {
      if (!(one.name in fields)) continue;
      if (one.type === "radio") one.checked = one.value === fields[one.name];
      else one.value = fields[one.name];
      const folded = one.value && one.type !== "radio" && one.type !== "hidden" && one.closest("details");
      if (folded) folded.open = true;
    }
  }

  function restore(form) {
    if ("saved" in form.dataset) return forget(form);
    if ("typed" in form.dataset) return keep(form);
    const draft = attempt(() => JSON.parse(localStorage.getItem(place(form))));
    if (!draft) return;
    /* Sent as an ordinary form, and kept since: where the measure stands went on. */
    const isKept = draft.isSent && Number(draft.fields.base_revision) < Number(form.elements.base_revision.value);
    if (isKept || Date.now() - draft.at > LASTS) return forget(form);
    if (JSON.stringify(draft.fields) === JSON.stringify(typed(form))) return forget(form);
    show(form, draft.fields);
    say(form, "Wat u eerder invulde staat hier weer. Het is nog niet bewaard.");
  }

  function formOf(event) {
    /* Before it is put in the page, an answer is told to the place it goes to. */
    const from = event.detail.requestConfig ? event.detail.requestConfig.elt : event.detail.elt;
    return from && from.matches("form[data-draft]") ? from : null;
  }

  document.addEventListener("input", (event) => {
    const form = event.target.closest("form[data-draft]");
    if (form) keep(form);
  });

  document.addEventListener("submit", (event) => {
    if (event.target.matches("form[data-draft]")) keep(event.target, true);
  });

  const waiting = new Set();
  function again() {
    for (const form of [...waiting]) {
      waiting.delete(form);
      if (form.isConnected) form.requestSubmit();
    }
  }
  window.addEventListener("online", again);

  function sendLater(form) {
    keep(form);
    waiting.add(form);
    say(form, "Geen verbinding. Wat u invulde staat op dit apparaat en gaat zodra het kan.");
  }

  document.addEventListener("htmx:beforeRequest", (event) => {
    const form = formOf(event);
    if (!form || navigator.onLine) return;
    event.preventDefault();
    sendLater(form);
  });

  document.addEventListener("htmx:sendError", (event) => {
    const form = formOf(event);
    if (!form) return;
    sendLater(form);
    window.setTimeout(again, RETRY);
  });

  document.addEventListener("htmx:responseError", (event) => {
    const form = formOf(event);
    if (form && event.detail.xhr.status >= 500) say(form, "Bewaren lukte niet. Wat u invulde staat hier nog; probeer het opnieuw.");
  });

  document.addEventListener("htmx:beforeSwap", (event) => {
    const form = formOf(event);
    if (form && event.detail.xhr.status === 200) forget(form);
  });

  document.addEventListener("htmx:afterSettle", (event) => {
    const problem = event.target.querySelector && event.target.querySelector("[data-focus]");
    if (problem) problem.focus();
  });

  for (const form of document.querySelectorAll("form[data-draft]")) restore(form);
})();
