/* What a page does a little better with a script. Every page works without it. */
"use strict";

(() => {
  /* After a refused form, a keyboard or screen reader begins at the errors. */
  const errors = document.querySelector("[data-focus]");
  if (errors) {
    errors.focus();
    // An address with a #place takes the focus away again once the page has been read.
    if (location.hash) window.addEventListener("load", () => errors.focus());
  }

  /* A form that asks once more in a dialog; also one in a part that was put in the page later. */
  const sure = new WeakSet();
  document.addEventListener("submit", (event) => {
    const dialog = document.getElementById(event.target.dataset.confirm);
    if (!dialog || sure.has(event.target)) return;
    event.preventDefault();
    dialog.showModal();
  });
  document.addEventListener("click", (event) => {
    const button = event.target.closest("dialog [data-yes], dialog [data-no]");
    const dialog = button && button.closest("dialog");
    const form = dialog && document.querySelector(`form[data-confirm="${dialog.id}"]`);
    if (!form) return;
    dialog.close();
    if (!("yes" in button.dataset)) return;
    sure.add(form);
    form.requestSubmit();
  });

  /* Menus close with Escape and when something else is chosen. */
  const menus = document.querySelectorAll("details[data-menu]");
  document.addEventListener("click", (event) => {
    for (const menu of menus) if (!menu.contains(event.target)) menu.open = false;
  });
  for (const menu of menus) {
    menu.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !menu.open) return;
      menu.open = false;
      menu.querySelector("summary").focus();
    });
  }

  /* On paper every table twin and formula is open. */
  let opened = [];
  window.addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll("details.ig-twin:not([open]), details.ig-formula:not([open])")];
    for (const twin of opened) twin.open = true;
  });
  window.addEventListener("afterprint", () => {
    for (const twin of opened) twin.open = false;
    opened = [];
  });
})();
