// The web applications have a sign-in form of their own and show it when somebody signs out or the session has ended.
// Parley has one sign-in for everything: whoever arrives at that form goes to Parley's start page, which asks for it.
const startPage = new URL('..', import.meta.url);
const leave = () => location.replace(startPage);

export default ['tasklist', 'cockpit', 'admin', 'welcome'].map((app) => ({
  id: `parley-${app}-sign-in`,
  pluginPoint: `${app}.login`,
  priority: 100,
  render: leave,
  unmount: () => {}
}));
