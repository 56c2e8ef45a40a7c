/* The switch of languages on the console's pages. */
"use strict";
document.getElementById("language")?.addEventListener("click", (event) => {
  const code = event.currentTarget.dataset.to;
  document.cookie = `daogou_console_language=${code}; path=/console; max-age=31536000; samesite=strict`;
  location.reload();
});
