/* Shows the description of the API; calls tried there carry the session's token. */
(function () {
  'use strict';

  const page = document.getElementById('api');

  function withToken(request) {
    if (new URL(request.url, location.href).origin === location.origin) {
      request.headers[page.dataset.header] = page.dataset.token;
    }
    return request;
  }

  SwaggerUIBundle({
    url: page.dataset.description,
    domNode: page,
    deepLinking: true,
    validatorUrl: null,
    presets: [SwaggerUIBundle.presets.apis],
    layout: 'BaseLayout',
    requestInterceptor: withToken
  });
})();
