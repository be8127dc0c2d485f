import { plotlyLoaderHtml, type MimeBundle } from '@casebook/vis';

/** The output that brings the library which draws charts; it shows nothing itself. */
export const libraryBundle = (): MimeBundle => ({ 'text/plain': '', 'text/html': plotlyLoaderHtml().text });
