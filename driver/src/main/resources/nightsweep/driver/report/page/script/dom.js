/** An element. Words are only ever set as text: what a sweep, a class or a message is called is never read as markup. */
export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith('on')) {
      made.addEventListener(name.slice(2), value);
    } else if (value === true) {
      made.setAttribute(name, '');
    } else if (value !== false && value !== undefined && value !== null) {
      made.setAttribute(name, value);
    }
  }
  made.append(...children.flat().filter(child => child !== null && child !== undefined));
  return made;
}

/** A name that somebody else chose: its writing direction does not reach beyond it. */
export function given(text) {
  return element('bdi', {}, String(text));
}

export function paragraph(...children) {
  return element('p', {}, ...children);
}

/** A labelled choice among `options` of `{value, label}`. */
export function select(label, options, value, onchange) {
  const list = element('select', { dir: 'auto', onchange: () => onchange(list.value) },
    options.map(option => element('option', { value: option.value, selected: option.value === value }, option.label)));
  return element('label', {}, label, list);
}

/** A row of buttons of which one is pressed. */
export function oneOf(label, options, value, onchange) {
  const buttons = options.map(option => element('button', {
    type: 'button',
    'aria-pressed': String(option.value === value),
    onclick: () => {
      buttons.forEach((button, i) => button.setAttribute('aria-pressed', String(options[i] === option)));
      onchange(option.value);
    },
  }, option.label));
  return element('div', { class: 'group', role: 'group', 'aria-label': label }, buttons);
}
