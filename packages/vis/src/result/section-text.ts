import type { Section } from '@casebook/core';
import { drawChart } from '../chart/draw-chart';
import { visibleText } from '../html/visible-text';
import { factsText } from '../table/facts-html';
import { frameText } from '../table/frame-text';
import { remarkWords } from './section-words';

/** A section as text. */
export const sectionText = (section: Section, maxRows = 20): string => {
  const { title, status, facts, frame, chart } = section;
  const drawing = chart && frame.rowCount > 0 ? drawChart({ frame, intent: chart }) : undefined;
  const parts = [
    visibleText(`${title} [${status}]`),
    visibleText(remarkWords(section)),
    facts ? visibleText(factsText(facts)) : '',
    drawing ? visibleText([drawing.sentence, ...drawing.notes].join(' ')) : '',
    frame.rowCount > 0 ? frameText(frame, { maxRows }) : '',
  ];
  return parts.filter((part) => part !== '').join('\n');
};
