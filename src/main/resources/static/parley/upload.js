/* Shows how far an upload is, and what became of it. Without this script the form is sent as any other. */
(() => {
  'use strict';

  const form = document.getElementById('kev-form');
  const result = document.getElementById('result');
  const upload = form.querySelector('[data-upload]');
  const text = form.querySelector('[data-upload-text]');
  const bar = form.querySelector('progress');

  function say(sentence) {
    const message = document.createElement('p');
    message.className = 'message message-alert';
    message.setAttribute('role', 'alert');
    message.textContent = sentence;
    result.replaceChildren(message);
  }

  form.addEventListener('htmx:beforeRequest', (event) => {
    const [file] = form.elements.file.files;
    if (file && file.size > Number(form.dataset.mostBytes)) {
      event.preventDefault();
      say(form.dataset.tooLarge);
      return;
    }
    result.replaceChildren();
    text.textContent = 'Sending the file';
    bar.removeAttribute('value');
    upload.hidden = false;
  });

  form.addEventListener('htmx:xhr:progress', ({ detail }) => {
    if (!detail.lengthComputable) {
      return;
    }
    bar.value = (100 * detail.loaded) / detail.total;
    if (detail.loaded === detail.total) {
      text.textContent = 'Reading the catalog';
      bar.removeAttribute('value');
    }
  });

  result.addEventListener('htmx:beforeSwap', ({ detail }) => {
    if (detail.xhr.status === 400 || detail.xhr.status === 409) {
      detail.shouldSwap = true;
      detail.isError = false;
    }
  });

  form.addEventListener('htmx:afterRequest', () => { upload.hidden = true; });
  form.addEventListener('htmx:responseError', ({ detail }) => {
    say(detail.xhr.status === 413 ? form.dataset.tooLarge
      : 'That did not work, and nothing was imported. Load the page again; you may have been signed out.');
  });
  form.addEventListener('htmx:sendError', () => {
    say('The connection broke off. Load the page again: below stands whether the import was done.');
  });
})();
