import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { SvgDocument, type SvgElement } from '../../../../exchange/plan/map/svg-document.js';

const svg = 'http://www.w3.org/2000/svg';

function drawn(): { root: SvgElement; first: SvgElement; last: SvgElement } {
  const document = new SvgDocument();
  const root = document.createElementNS(svg, 'g');
  const last = root.appendChild(document.createElementNS(svg, 'text'));
  const first = root.insertBefore(document.createElementNS(svg, 'circle'), last);
  return { root, first, last };
}

describe('SvgDocument', () => {
  it('writes elements and attributes in the order they were given', () => {
    const { root, first, last } = drawn();
    first.setAttribute('r', 3);
    first.setAttribute('fill', 'white');
    first.setAttribute('r', 4);
    last.textContent = 'Tarn';
    expect(root.outerHTML).toBe('<g><circle r="4" fill="white"/><text>Tarn</text></g>');
    first.removeAttribute('r');
    expect(root.innerHTML).toBe('<circle fill="white"/><text>Tarn</text>');
    expect([first.getAttribute('r'), first.getAttribute('fill')]).toEqual([null, 'white']);
  });

  it('makes no markup of a text or of an attribute', () => {
    const { root, first, last } = drawn();
    const hostile = `"><script>alert('&')</script>`;
    first.setAttribute('aria-label', hostile);
    last.textContent = hostile;
    const { document } = parseHTML(`<body>${root.outerHTML}</body>`);
    expect(document.querySelector('script')).toBeNull();
    expect(document.querySelector('circle')?.getAttribute('aria-label')).toBe(hostile);
    expect(document.querySelector('text')?.textContent).toBe(hostile);
  });

  it('moves a child that has a parent, and forgets those that a text replaces', () => {
    const { root, first, last } = drawn();
    root.appendChild(first);
    expect(root.innerHTML).toBe('<text/><circle/>');
    last.appendChild(first);
    expect(root.innerHTML).toBe('<text><circle/></text>');
    last.textContent = 'Lot';
    expect([root.innerHTML, first.parentNode]).toEqual(['<text>Lot</text>', null]);
  });

  it('refuses a place that is not there, and elements that are not of a picture', () => {
    const { root, first, last } = drawn();
    expect(() => first.insertBefore(root.ownerDocument.createElementNS(svg, 'a'), last)).toThrow(RangeError);
    expect(() => first.removeChild(last)).toThrow(RangeError);
    expect(() => root.ownerDocument.createElementNS('http://www.w3.org/1999/xhtml', 'p')).toThrow(RangeError);
  });
});
