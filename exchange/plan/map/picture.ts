import type { Canvas } from './map-layer.js';
import { svgText } from './svg-text.js';

export const pictureWidth = 1180;
export const pictureMargin = 36;

/** Loaded only when a picture is asked for; linkedom in one file, for its two hundred take half a second to load. */
export async function openCanvas(): Promise<Canvas> {
  const [plot, { parseHTML }] = await Promise.all([import('@observablehq/plot'), import('linkedom/worker')]);
  return { plot, document: parseHTML('<!doctype html><html><body></body></html>').document };
}

/** A fragment at its place. */
export function moved(x: number, y: number, fragment: string): string {
  return `<g transform="translate(${x},${y})">${fragment}</g>\n`;
}

/** Fragments as one SVG file of the usual width, on white, with a title for those who cannot see it. */
export function wholePicture(height: number, title: string, fragments: readonly string[]): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 ${pictureWidth} ${height}" width="${pictureWidth}" height="${height}" font-family="Marianne, 'Source Sans 3', 'Segoe UI', Roboto, 'Liberation Sans', Arial, sans-serif" role="img" aria-label="${svgText(title)}">\n<title>${svgText(title)}</title>\n`,
    `<rect width="${pictureWidth}" height="${height}" fill="#fff"/>\n`,
    ...fragments,
    '</svg>\n',
  ].join('');
}
