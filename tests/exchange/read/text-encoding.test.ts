import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeText } from '../../../exchange/read/text-encoding.js';

test('UTF-8 is read with or without its mark, and the mark is not text', () => {
  expect(decodeText(Buffer.from('département'))).toEqual({
    text: 'département',
    encoding: 'utf-8',
    unreadable: 0,
  });
  expect(decodeText(Buffer.from('\uFEFFid;nom')).text).toBe('id;nom');
});

test('UTF-16 is read in both byte orders when marked', () => {
  const little = Buffer.from('\uFEFFœuf', 'utf16le');
  expect(decodeText(little)).toEqual({ text: 'œuf', encoding: 'utf-16le', unreadable: 0 });
  expect(decodeText(Buffer.from(little).swap16())).toEqual({
    text: 'œuf',
    encoding: 'utf-16be',
    unreadable: 0,
  });
});

test('what is not UTF-8 is Windows-1252, down to œ, € and the typographic apostrophe', () => {
  const bytes = Uint8Array.from([0x9c, 0x80, 0x92, 0xe9, 0x20, 0x8c]);
  expect(decodeText(bytes)).toEqual({ text: 'œ€’é Œ', encoding: 'windows-1252', unreadable: 0 });
});

test('a UTF-8 file with one bad byte keeps its other accents', () => {
  const bytes = Buffer.concat([Buffer.from('Hérault, Ariège, Lozère, Alb'), Uint8Array.from([0xe9])]);
  expect(decodeText(bytes)).toEqual({
    text: 'Hérault, Ariège, Lozère, Alb\uFFFD',
    encoding: 'utf-8',
    unreadable: 1,
  });
});

test('an empty file is an empty text', () => {
  expect(decodeText(new Uint8Array()).text).toBe('');
});

test('any text comes back from UTF-8, and any bytes give a text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      fc.pre(!text.startsWith('\uFEFF'));
      expect(decodeText(Buffer.from(text)).text).toBe(text);
    }),
  );
  fc.assert(fc.property(fc.uint8Array(), (bytes) => typeof decodeText(bytes).text === 'string'));
});
