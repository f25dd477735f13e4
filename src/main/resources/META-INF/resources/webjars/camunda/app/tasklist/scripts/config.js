// Replaces app/tasklist/scripts/config.js of the Camunda web applications.
export default {
  app: {
    name: 'Tasklist',
    vendor: 'Parley'
  },
  locales: {
    availableLocales: ['en', 'de'],
    fallbackLocale: 'en'
  },
  csrfCookieName: 'XSRF-TOKEN',
  disableWelcomeMessage: true,
  customScripts: ['../../../parley/webapps.js'],
  shortcuts: {
    claimTask: {
      key: 'ctrl+alt+c',
      description: 'claims the selected task'
    },
    focusFilter: {
      key: 'ctrl+shift+f',
      description: 'goes to the first filter'
    },
    focusList: {
      key: 'ctrl+alt+l',
      description: 'goes to the first task of the list'
    },
    focusForm: {
      key: 'ctrl+alt+f',
      description: 'goes to the first field of the form'
    },
    startProcess: {
      key: 'ctrl+alt+p',
      description: 'opens the dialog that starts a process'
    }
  }
};
