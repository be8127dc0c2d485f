import type { Section } from '@casebook/core';
import { visibleText } from '../html/visible-text';
import { factsText } from '../table/facts-html';
import { frameText } from '../table/frame-text';
import { sectionDrawing } from './section-drawing';
import { remarkWords } from './section-words';

/** A section as text. */
export const sectionText = (section: Section, maxRows = 20): string => {
  const { title, status, facts, frame } = section;
  const drawing = sectionDrawing(section);
  const words =
    typeof drawing === 'string' ? drawing : drawing && [drawing.sentence, ...drawing.notes].join(' ');
  const parts = [
    visibleText(`${title} [${status}]`),
    visibleText(remarkWords(section)),
    facts ? visibleText(factsText(facts)) : '',
    visibleText(words ?? ''),
    frame.rowCount > 0 ? frameText(frame, { maxRows }) : '',
  ];
  return parts.filter((part) => part !== '').join('\n');
};
