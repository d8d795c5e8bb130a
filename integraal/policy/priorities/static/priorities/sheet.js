/* Typing in paper sheets: a digit goes to the next field, and the fields for somebody new are there
   only for somebody new. Without this file one goes on with Tab. */
"use strict";

(() => {
  const form = document.querySelector("form[data-sheet]");
  if (!form) return;
  const digits = [...form.querySelectorAll("[data-digit]")];
  form.addEventListener("input", (event) => {
    const at = digits.indexOf(event.target);
    if (at < 0 || event.target.value.length !== 1 || Number(event.target.dataset.digit) > 9) return;
    (digits[at + 1] || form.querySelector("tbody input:not([data-digit]), button[type=submit]")).focus();
  });
  const who = form.querySelector("select[name=participant]");
  const fresh = form.querySelector("[data-new]");
  if (!who) return;
  const show = () => {
    fresh.hidden = who.value !== "";
  };
  who.addEventListener("change", show);
  show();
})();
