const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text as XML content. */
export const xmlText = (text: string): string => text.replace(/[&<>"]/g, (sign) => ESCAPES[sign] as string);

/** The EventData column: the event's named values in their documented order. */
export const eventData = (values: Readonly<Record<string, string>>): string => {
  const lines = Object.entries(values).map(
    ([name, value]) => `  <Data Name="${name}">${xmlText(value)}</Data>`,
  );
  const open = '<EventData xmlns="http://schemas.microsoft.com/win/2004/08/events/event">';
  return [open, ...lines, '</EventData>'].join('\r\n');
};
