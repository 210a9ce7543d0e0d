import { svgText } from './svg-text.js';

const svgNamespace = 'http://www.w3.org/2000/svg';

/**
 * A document of SVG elements: the dozen members of the DOM that Plot draws by, and no more.
 *
 * A whole DOM would be some two hundred files to load for one picture.
 */
export class SvgDocument {
  readonly documentElement: SvgElement = new SvgElement(this, 'svg');

  createElementNS(namespace: string, name: string): SvgElement {
    if (namespace !== svgNamespace) throw new RangeError(`no element of ${namespace} in an SVG picture`);
    return new SvgElement(this, name);
  }
}

/** An element with attributes in the order they were first set, and children: elements, or one text. */
export class SvgElement {
  readonly namespaceURI = svgNamespace;
  parentNode: SvgElement | null = null;
  private readonly attributes = new Map<string, string>();
  private readonly children: SvgElement[] = [];
  private text = '';

  constructor(
    readonly ownerDocument: SvgDocument,
    private readonly name: string,
  ) {}

  getAttribute(name: string): string | null {
    return this.attributes.get(name) ?? null;
  }

  setAttribute(name: string, value: unknown): void {
    this.attributes.set(name, String(value));
  }

  removeAttribute(name: string): void {
    this.attributes.delete(name);
  }

  appendChild(child: SvgElement): SvgElement {
    return this.insertBefore(child, null);
  }

  /** Puts a child before another of this element, or last; it leaves the place where it was. */
  insertBefore(child: SvgElement, next: SvgElement | null): SvgElement {
    child.parentNode?.removeChild(child);
    const place = next ? this.children.indexOf(next) : this.children.length;
    if (place < 0) throw new RangeError('the element to insert before is not a child of this one');
    this.children.splice(place, 0, child);
    child.parentNode = this;
    return child;
  }

  removeChild(child: SvgElement): SvgElement {
    const place = this.children.indexOf(child);
    if (place < 0) throw new RangeError('the element to remove is not a child of this one');
    this.children.splice(place, 1);
    child.parentNode = null;
    return child;
  }

  /** Replaces all that the element holds. */
  set textContent(text: unknown) {
    for (const child of this.children.splice(0)) child.parentNode = null;
    this.text = text == null ? '' : String(text);
  }

  /** What the element holds, as SVG text in which nothing given as text is markup. */
  get innerHTML(): string {
    return svgText(this.text) + this.children.map((child) => child.outerHTML).join('');
  }

  get outerHTML(): string {
    const attributes = [...this.attributes].map(([name, value]) => ` ${name}="${svgText(value)}"`).join('');
    const content = this.innerHTML;
    return content === ''
      ? `<${this.name}${attributes}/>`
      : `<${this.name}${attributes}>${content}</${this.name}>`;
  }
}
