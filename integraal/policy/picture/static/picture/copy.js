/* Buttons that copy a text that is on the page; without a script one selects it by hand. */
"use strict";

(() => {
  if (!navigator.clipboard) return;
  for (const button of document.querySelectorAll("[data-copy]")) {
    const source = document.getElementById(button.dataset.copy);
    const told = document.querySelector(`[data-copied="${button.dataset.copy}"]`);
    if (!source || !told) continue;
    button.hidden = false;
    button.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(source.value ?? source.textContent);
        told.textContent = "Gekopieerd.";
      } catch {
        told.textContent = "Kopiëren lukt hier niet. Selecteer de tekst en kopieer hem zelf.";
      }
    });
  }
})();
