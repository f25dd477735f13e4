/* Draws the diagrams of the case page with bpmn-js. The page says in words all that they show. */
(() => {
  'use strict';

  const MARGIN = 16;
  const BPMN_IO_MARK_PX = 42;
  const LARGEST_AT_START = 1.2;
  const UNIT_ON_PAPER_CM = 0.02;
  const ZOOM_STEP = 1.3;
  const MOVE_STEP = 100;
  const MOVES = { left: [1, 0], right: [-1, 0], up: [0, 1], down: [0, -1] };
  const KEYS = { ArrowLeft: 'left', ArrowRight: 'right', ArrowUp: 'up', ArrowDown: 'down' };

  async function load(address) {
    // the header keeps the sign-in from leading back to the diagram instead of to the page
    const answer = await fetch(address, { headers: { 'X-Requested-With': 'XMLHttpRequest' } });
    if (!answer.ok || answer.redirected) {
      throw new Error(`${address}: ${answer.status}`);
    }
    return answer.text();
  }

  function mark(canvas, elements, ids, marker) {
    (ids || '').split(' ').filter((id) => elements.get(id)).forEach((id) => canvas.addMarker(id, marker));
  }

  function fitted(box, canvas) {
    const { inner } = canvas.viewbox();
    const whole = {
      x: inner.x - MARGIN, y: inner.y - MARGIN,
      width: inner.width + 2 * MARGIN, height: inner.height + 2 * MARGIN,
    };
    const scale = Math.min(LARGEST_AT_START, box.clientWidth / whole.width);
    box.style.height = `${Math.round(whole.height * scale) + BPMN_IO_MARK_PX}px`;
    canvas.resized();
    canvas.viewbox({ ...whole, width: box.clientWidth / scale, height: box.clientHeight / scale });
    return whole;
  }

  function act(canvas, whole, { zoom, move }) {
    if (move) {
      const [dx, dy] = MOVES[move];
      canvas.scroll({ dx: dx * MOVE_STEP, dy: dy * MOVE_STEP });
    }
    else if (zoom === 'fit') {
      whole();
    }
    else {
      canvas.zoom(canvas.zoom() * (zoom === 'in' ? ZOOM_STEP : 1 / ZOOM_STEP), 'auto');
    }
  }

  function byKey(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) {
      return null;
    }
    if (KEYS[event.key]) {
      return { move: KEYS[event.key] };
    }
    return { '+': { zoom: 'in' }, '=': { zoom: 'in' }, '-': { zoom: 'out' }, '0': { zoom: 'fit' } }[event.key] || null;
  }

  function describe(box) {
    const picture = box.querySelector('svg');
    picture.setAttribute('role', 'img');
    picture.setAttribute('aria-label', box.dataset.label);
    picture.setAttribute('aria-describedby', box.dataset.describedBy);
    return picture;
  }

  /* On paper a diagram is whole, wherever it was moved to on the screen, and as large as the page at most. */
  function printWhole(picture, frame) {
    const viewport = picture.querySelector('.viewport');
    let transform;
    addEventListener('beforeprint', () => {
      const { x, y, width, height } = frame();
      transform = viewport.getAttribute('transform');
      viewport.removeAttribute('transform');
      picture.setAttribute('viewBox', `${x} ${y} ${width} ${height}`);
      picture.style.setProperty('--on-paper', `${width * UNIT_ON_PAPER_CM}cm`);
    });
    addEventListener('afterprint', () => {
      viewport.setAttribute('transform', transform);
      picture.removeAttribute('viewBox');
    });
  }

  async function draw(figure) {
    const box = figure.querySelector('.diagram-canvas');
    const viewer = new BpmnJS({ container: box, zoomScroll: { enabled: false } });
    await viewer.importXML(await load(figure.dataset.diagram));
    const canvas = viewer.get('canvas');
    const elements = viewer.get('elementRegistry');
    mark(canvas, elements, figure.dataset.passed, 'step-passed');
    mark(canvas, elements, figure.dataset.veiled, 'step-veiled');
    mark(canvas, elements, figure.dataset.active, 'step-active');
    let frame;
    const whole = () => {
      if (box.clientWidth > 0) {
        frame = fitted(box, canvas);
      }
    };
    whole();
    const picture = describe(box);
    picture.addEventListener('keydown', (event) => {
      const wish = byKey(event);
      if (wish) {
        event.preventDefault();
        act(canvas, whole, wish);
      }
    });
    const tools = figure.querySelector('.diagram-tools');
    tools.hidden = false;
    tools.addEventListener('click', (event) => {
      const button = event.target.closest('button');
      if (button) {
        act(canvas, whole, button.dataset);
      }
    });
    addEventListener('resize', whole);
    printWhole(picture, () => frame);
    figure.dataset.drawn = 'true';
  }

  function drawOnce(figure) {
    if (figure.dataset.drawn) {
      return;
    }
    figure.dataset.drawn = 'begun';
    draw(figure).catch((failure) => {
      console.error(failure);
      figure.querySelector('[role=status]').hidden = false;
    });
  }

  document.querySelectorAll('[data-diagram]').forEach((figure) => {
    const fold = figure.closest('details');
    if (fold) {
      fold.addEventListener('toggle', () => fold.open && drawOnce(figure));
    }
    else {
      drawOnce(figure);
    }
  });
})();
