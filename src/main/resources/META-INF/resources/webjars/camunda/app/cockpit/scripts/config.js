// Replaces app/cockpit/scripts/config.js of the Camunda web applications.
export default {
  app: {
    name: 'Cockpit',
    vendor: 'Parley'
  },
  locales: {
    availableLocales: ['en', 'de'],
    fallbackLocale: 'en'
  },
  csrfCookieName: 'XSRF-TOKEN',
  disableWelcomeMessage: true,
  customScripts: ['../../../parley/webapps.js']
};
