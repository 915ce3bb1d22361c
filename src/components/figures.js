// What a figure can do beyond being read: zoom, full screen, the lines of one box, search, copies. A page
// with a figure loads this, once; without it the figure is whole, with its links, its list and its source.

/** How many boxes a figure needs before a search in it helps. */
const searchedFrom = 8;
const zoomStep = 1.25;
const [smallest, largest] = [0.25, 6];

const svgElement = (name) => document.createElementNS('http://www.w3.org/2000/svg', name);

function button(label, title, act) {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = 'fig-tool';
  made.textContent = label;
  // The visible word stands in the name too, so that who speaks to the page is understood.
  if (title) {
    made.title = title;
    made.setAttribute('aria-label', title);
  }
  made.addEventListener('click', () => act(made));
  return made;
}

/** Zooms by the width of the drawing; its frame scrolls, so moving about needs nothing of ours. */
function setUpZoom(frame, svg) {
  const natural = Number(svg.getAttribute('width'));
  const level = document.createElement('output');
  let zoom = 1;
  const show = (next, at) => {
    const before = svg.getBoundingClientRect();
    zoom = Math.min(largest, Math.max(smallest, next));
    const isWhole = Math.abs(zoom - 1) < 0.01;
    // The page below must not jump: a frame that was zoomed keeps its height.
    if (!document.fullscreenElement) {
      frame.style.height = isWhole ? '' : `${frame.offsetHeight}px`;
    }
    svg.style.width = isWhole ? '' : `${natural * zoom}px`;
    svg.style.minWidth = isWhole ? '' : '0';
    svg.style.maxWidth = isWhole ? '' : 'none';
    svg.style.height = isWhole ? '' : 'auto';
    level.value = `${Math.round(zoom * 100)} %`;
    keepInPlace(frame, svg, before, at);
  };
  const keys = {
    '+': () => show(zoom * zoomStep),
    '=': () => show(zoom * zoomStep),
    '-': () => show(zoom / zoomStep),
    0: () => show(1),
  };
  frame.addEventListener('keydown', (event) => {
    const act = keys[event.key];
    if (!act || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    act();
  });
  frame.addEventListener(
    'wheel',
    (event) => {
      // A plain wheel scrolls the page. Pinching on a touchpad arrives as a wheel with Control.
      if (!event.ctrlKey) return;
      event.preventDefault();
      show(zoom * Math.exp(-event.deltaY / 200), event);
    },
    { passive: false },
  );
  level.value = '100 %';
  const fill = () =>
    show(
      Math.min(frame.clientWidth / natural, frame.clientHeight / svg.getAttribute('height')) * 0.95,
    );
  return {
    fill,
    whole: () => show(1),
    tools: [
      button('−', 'Zoom out', () => show(zoom / zoomStep)),
      level,
      button('+', 'Zoom in', () => show(zoom * zoomStep)),
    ],
  };
}

/** What is under the pointer, or in the middle of the frame, stays there. */
function keepInPlace(frame, svg, before, at) {
  const view = frame.getBoundingClientRect();
  const x = at?.clientX ?? view.left + view.width / 2;
  const y = at?.clientY ?? view.top + view.height / 2;
  const after = svg.getBoundingClientRect();
  const ratio = after.width / before.width;
  frame.scrollLeft += after.left + (x - before.left) * ratio - x;
  frame.scrollTop += after.top + (y - before.top) * ratio - y;
}

/** Moves the drawing with the mouse; fingers scroll it anyway. */
function setUpDragging(frame) {
  let from;
  let moved = false;
  frame.addEventListener('pointerdown', (event) => {
    const scrolls =
      frame.scrollWidth > frame.clientWidth || frame.scrollHeight > frame.clientHeight;
    if (event.button !== 0 || event.pointerType !== 'mouse' || !scrolls) return;
    from = { x: event.clientX + frame.scrollLeft, y: event.clientY + frame.scrollTop };
    moved = false;
  });
  frame.addEventListener('pointermove', (event) => {
    if (!from) return;
    const [left, top] = [from.x - event.clientX, from.y - event.clientY];
    const far = Math.abs(left - frame.scrollLeft) + Math.abs(top - frame.scrollTop) > 4;
    if (!moved && !far) return;
    if (!moved) frame.setPointerCapture(event.pointerId);
    moved = true;
    frame.classList.add('moving');
    frame.scrollTo(left, top);
  });
  for (const end of ['pointerup', 'pointercancel']) {
    frame.addEventListener(end, () => {
      from = undefined;
      frame.classList.remove('moving');
    });
  }
  frame.addEventListener('dragstart', (event) => event.preventDefault());
  frame.addEventListener(
    'click',
    (event) => {
      if (moved) event.preventDefault();
      moved = false;
    },
    true,
  );
}

/** The lines and heads of a figure, each with the two boxes it joins. */
function partsOf(svg, boxes) {
  return [...svg.querySelectorAll('path[data-e]')].flatMap((path) => {
    const drawn = path.getAttribute('d').split(/(?=M)/);
    return path.dataset.e.split(' ').map((pair, i) => ({
      d: drawn[i],
      name: path.getAttribute('class'),
      ends: pair.split('-').map((place) => boxes[place]),
    }));
  });
}

/** A box under the pointer or in focus shows its own lines, thicker, and what they lead to. */
function setUpHighlight(svg) {
  const boxes = [...svg.querySelectorAll('.n')];
  const parts = partsOf(svg, boxes);
  const over = svgElement('g');
  over.setAttribute('class', 'hot');
  if (parts.length === 0) return;
  svg.insertBefore(over, svg.querySelector('.el') ?? boxes[0]);
  const light = (box) => {
    const own = box ? parts.filter(({ ends }) => ends.includes(box)) : [];
    const near = new Set([box, ...own.flatMap(({ ends }) => ends)]);
    svg.classList.toggle('lit', own.length > 0);
    for (const each of boxes) each.classList.toggle('near', near.has(each));
    over.replaceChildren(
      ...own.map(({ d, name }) => {
        const path = svgElement('path');
        path.setAttribute('d', d);
        path.setAttribute('class', name);
        return path;
      }),
    );
  };
  const focused = () => svg.querySelector('.n:focus-visible');
  svg.addEventListener('pointerover', ({ target }) => light(target.closest('.n') ?? focused()));
  svg.addEventListener('pointerleave', () => light(focused()));
  svg.addEventListener('focusin', ({ target }) => light(target.closest('.n')));
  svg.addEventListener('focusout', () => light());
}

/** Shows the boxes that hold all the words; Enter goes to the next of them. */
function setUpSearch(frame, svg, caption, say) {
  const items = [...svg.querySelectorAll(svg.matches('.mm') ? 'text' : '.n')];
  if (items.length < searchedFrom) return [];
  const input = document.createElement('input');
  input.type = 'search';
  input.placeholder = 'Find in figure';
  input.setAttribute('aria-label', `Find in the figure: ${caption}`);
  let found = [];
  let next = 0;
  input.addEventListener('input', () => {
    const words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
    const holds = ({ textContent }) =>
      words.every((word) => textContent.toLowerCase().includes(word));
    found = words.length === 0 ? [] : items.filter(holds);
    next = 0;
    svg.classList.toggle('sought', words.length > 0);
    for (const item of items) item.classList.toggle('hit', found.includes(item));
    say(words.length === 0 ? '' : `${found.length} of ${items.length}`);
  });
  input.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || found.length === 0) return;
    const item = found[next % found.length];
    next += 1;
    const [view, box] = [frame.getBoundingClientRect(), item.getBoundingClientRect()];
    frame.scrollBy(
      box.left + box.width / 2 - view.left - view.width / 2,
      box.top + box.height / 2 - view.top - view.height / 2,
    );
    say(`${((next - 1) % found.length) + 1} of ${found.length}: ${nameOf(item)}`);
  });
  frame.addEventListener('keydown', (event) => {
    if (event.key !== '/') return;
    event.preventDefault();
    event.stopPropagation();
    input.focus();
  });
  return [input];
}

const nameOf = (item) => (item.querySelector('title') ?? item).textContent;

function setUpFullScreen(figure, { fill, whole }) {
  if (!document.fullscreenEnabled) return [];
  const tool = button('Full screen', '', () =>
    document.fullscreenElement ? document.exitFullscreen() : figure.requestFullscreen(),
  );
  figure.addEventListener('fullscreenchange', () => {
    const isFull = document.fullscreenElement === figure;
    tool.textContent = isFull ? 'Leave full screen' : 'Full screen';
    if (isFull) fill();
    else whole();
  });
  return [tool];
}

/** Copies of the figure; what draws them is loaded when somebody asks for one. */
function setUpCopies(figure, svg, address, say) {
  const save = async (type) => {
    const { saveFigure } = await import(address);
    await saveFigure(svg, type);
    say(`Saved as ${type.toUpperCase()}`);
  };
  const source = figure.querySelector('[data-mermaid]');
  const copy = async () => {
    await navigator.clipboard.writeText(source.textContent);
    say('Copied');
  };
  return [
    button('SVG', 'Save as SVG', () => save('svg')),
    button('PNG', 'Save as PNG', () => save('png')),
    ...(source && navigator.clipboard ? [button('Mermaid', 'Copy Mermaid', copy)] : []),
  ];
}

function setUp(tools) {
  const figure = tools.closest('figure');
  const frame = figure.querySelector('.fig');
  const svg = frame.querySelector('svg');
  if (!svg) return;
  const status = document.createElement('span');
  status.role = 'status';
  const say = (words) => {
    status.textContent = words;
  };
  const caption = nameOf(svg);
  const zoom = setUpZoom(frame, svg);
  setUpDragging(frame);
  setUpHighlight(svg);
  tools.append(
    ...setUpSearch(frame, svg, caption, say),
    status,
    ...zoom.tools,
    ...setUpFullScreen(figure, zoom),
    ...setUpCopies(figure, svg, new URL(tools.dataset.save, location.href), say),
  );
}

for (const tools of document.querySelectorAll('.fig-tools')) setUp(tools);
