/**
 * Stands: tells Python once that the page has been painted and the browser has nothing else to do.
 *
 * Of a page that the reader has just left Python hears nothing (see bridge.js).
 */
export default function ({setTriggerValue}) {
  const page = location.pathname;
  let gone = false;
  const idle = window.requestIdleCallback ?? ((then) => setTimeout(then, 50));
  const painted = () => idle(() => { if (!gone && location.pathname === page) setTriggerValue("stood", true); }, {timeout: 400});
  requestAnimationFrame(() => requestAnimationFrame(painted));
  return () => { gone = true; };
}
