import { makeSection } from '../run/section';

/** Details of the Azure resource come with the Azure provider. */
export const azureApiSection = async () =>
  makeSection('unavailable', {
    title: 'Azure resource',
    reason: 'Azure resource details come later; this version asks no Azure API.',
  });

/** Threat intelligence comes with its providers. */
export const processTiSection = async () =>
  makeSection('unavailable', {
    title: 'Threat intelligence on processes',
    reason: 'Threat intelligence on processes comes later; this version has no provider for it.',
  });
