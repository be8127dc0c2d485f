/** A unit: how a value of it becomes one of the base unit of its quantity, and back. */
export interface UnitOfMeasure {
  readonly toBase: (x: number) => number;
  readonly fromBase: (x: number) => number;
}

type Row = readonly [
  name: string,
  toBase: UnitOfMeasure['toBase'],
  fromBase: UnitOfMeasure['fromBase'],
  ...prefixes: (keyof typeof PREFIXES)[],
];

const PREFIXES = {
  Nano: 1e-9,
  Micro: 1e-6,
  Milli: 1e-3,
  Centi: 1e-2,
  Deci: 1e-1,
  Deca: 1e1,
  Hecto: 1e2,
  Kilo: 1e3,
  Mega: 1e6,
  Giga: 1e9,
  Tera: 1e12,
} as const;

const same = (x: number): number => x;

const ANGLE: readonly Row[] = [
  [
    'Radian',
    (x) => (x * 180) / Math.PI,
    (x) => (x / 180) * Math.PI,
    'Nano',
    'Micro',
    'Milli',
    'Centi',
    'Deci',
  ],
  ['Degree', same, same, 'Nano', 'Micro', 'Milli'],
  ['Arcminute', (x) => x / 60, (x) => x * 60],
  ['Arcsecond', (x) => x / 3600, (x) => x * 3600],
  ['Gradian', (x) => x * 0.9, (x) => x / 0.9],
  ['NatoMil', (x) => (x * 9) / 160, (x) => (x * 160) / 9],
  ['Revolution', (x) => x * 360, (x) => x / 360],
  ['Tilt', (x) => (Math.asin(x) * 180) / Math.PI, (x) => Math.sin((x / 180) * Math.PI)],
];

const ENERGY: readonly Row[] = [
  ['Joule', same, same, 'Milli', 'Kilo', 'Mega', 'Giga'],
  ['Calorie', (x) => x * 4.184, (x) => x / 4.184, 'Kilo', 'Mega'],
  ['BritishThermalUnit', (x) => x * 1055.05585262, (x) => x / 1055.05585262, 'Kilo', 'Mega', 'Giga'],
  ['ElectronVolt', (x) => x * 1.602176565e-19, (x) => x / 1.602176565e-19, 'Kilo', 'Mega', 'Giga', 'Tera'],
  ['FootPound', (x) => x * 1.355817948, (x) => x / 1.355817948],
  ['Erg', (x) => x * 1e-7, (x) => x / 1e-7],
  ['WattHour', (x) => x * 3600, (x) => x / 3600, 'Kilo', 'Mega', 'Giga', 'Tera'],
  ['WattDay', (x) => x * 24 * 3600, (x) => x / (24 * 3600), 'Kilo', 'Mega', 'Giga', 'Tera'],
  ['ThermEc', (x) => x * 105505585.262, (x) => x / 105505585.262, 'Deca'],
  ['ThermUs', (x) => x * 105480400.0, (x) => x / 105480400.0, 'Deca'],
  ['ThermImperial', (x) => x * 105505585.257348, (x) => x / 105505585.257348, 'Deca'],
  ['HorsepowerHour', (x) => x * 2684519.5377, (x) => x / 2684519.5377],
];

const FORCE: readonly Row[] = [
  ['Dyn', (x) => x / 100000.0, (x) => x * 100000.0],
  ['KilogramForce', (x) => x * 9.80665002864, (x) => x / 9.80665002864],
  ['TonneForce', (x) => x * 9806.65002864, (x) => x / 9806.65002864],
  ['Newton', same, same, 'Micro', 'Milli', 'Deca', 'Kilo', 'Mega'],
  ['KiloPond', (x) => x * 9.80665002864, (x) => x / 9.80665002864],
  ['Poundal', (x) => x * 0.1382550279897304, (x) => x / 0.1382550279897304],
  ['PoundForce', (x) => x * 4.448221615260509, (x) => x / 4.448221615260509, 'Kilo'],
  ['OunceForce', (x) => x * 0.2780138509537812, (x) => x / 0.2780138509537812],
  ['ShortTonForce', (x) => x * 8896.443230521, (x) => x / 8896.443230521],
];

const LENGTH: readonly Row[] = [
  ['Meter', same, same, 'Nano', 'Micro', 'Milli', 'Centi', 'Deci', 'Deca', 'Hecto', 'Kilo'],
  ['Mile', (x) => x * 1609.34, (x) => x / 1609.34],
  ['Yard', (x) => x * 0.9144, (x) => x / 0.9144],
  ['Foot', (x) => x * 0.3048, (x) => x / 0.3048],
  ['UsSurveyFoot', (x) => (x * 1200) / 3937, (x) => (x * 3937) / 1200],
  ['Inch', (x) => x * 0.0254, (x) => x / 0.0254],
  ['Mil', (x) => x * 2.54e-5, (x) => x / 2.54e-5],
  ['NauticalMile', (x) => x * 1852, (x) => x / 1852],
  ['Fathom', (x) => x * 1.8288, (x) => x / 1.8288],
  ['Shackle', (x) => x * 27.432, (x) => x / 27.432],
  ['Microinch', (x) => x * 2.54e-8, (x) => x / 2.54e-8],
  ['PrinterPoint', (x) => (x / 72.27) * 0.0254, (x) => (x / 0.0254) * 72.27],
  ['DtpPoint', (x) => (x / 72) * 0.0254, (x) => (x / 0.0254) * 72],
  ['PrinterPica', (x) => x / 237.106301584, (x) => x * 237.106301584],
  ['DtpPica', (x) => x / 236.220472441, (x) => x * 236.220472441],
  ['Twip', (x) => x / 56692.913385826, (x) => x * 56692.913385826],
  ['Hand', (x) => x * 0.1016, (x) => x / 0.1016],
  ['AstronomicalUnit', (x) => x * 149597870700.0, (x) => x / 149597870700.0],
  ['Parsec', (x) => x * 3.08567758128e16, (x) => x / 3.08567758128e16, 'Kilo', 'Mega'],
  ['LightYear', (x) => x * 9460730472580000.0, (x) => x / 9460730472580000.0, 'Kilo', 'Mega'],
  ['SolarRadius', (x) => x * 695510000.0, (x) => x / 695510000.0],
  ['Chain', (x) => x * 20.1168, (x) => x / 20.1168],
  ['Angstrom', (x) => x * 1e-10, (x) => x / 1e-10],
  ['DataMile', (x) => x * 1828.8, (x) => x / 1828.8],
];

const MASS: readonly Row[] = [
  [
    'Gram',
    (x) => x / 1000.0,
    (x) => x * 1000.0,
    'Nano',
    'Micro',
    'Milli',
    'Centi',
    'Deci',
    'Deca',
    'Hecto',
    'Kilo',
  ],
  ['Tonne', (x) => x * 1000.0, (x) => x / 1000.0, 'Kilo', 'Mega'],
  ['ShortTon', (x) => x * 907.18474, (x) => x / 907.18474],
  ['LongTon', (x) => x * 1016.0469088, (x) => x / 1016.0469088],
  ['Pound', (x) => x * 0.45359237, (x) => x / 0.45359237, 'Kilo', 'Mega'],
  ['Ounce', (x) => x / 35.2739619, (x) => x * 35.2739619],
  ['Slug', (x) => x / 0.06852176556196105, (x) => x * 0.06852176556196105],
  ['Stone', (x) => x / 0.1574731728702698, (x) => x * 0.1574731728702698],
  ['ShortHundredweight', (x) => x / 0.022046226218487758, (x) => x * 0.022046226218487758],
  ['LongHundredweight', (x) => x / 0.01968413055222121, (x) => x * 0.01968413055222121],
  ['Grain', (x) => x / 15432.358352941432, (x) => x * 15432.358352941432],
  ['SolarMass', (x) => x * 1.98947e30, (x) => x / 1.98947e30],
  ['EarthMass', (x) => x * 5.9722e24, (x) => x / 5.9722e24],
];

const SPEED: readonly Row[] = [
  ['MeterPerSecond', same, same, 'Nano', 'Micro', 'Milli', 'Centi', 'Deci', 'Kilo'],
  ['MeterPerMinute', (x) => x / 60, (x) => x * 60, 'Nano', 'Micro', 'Milli', 'Centi', 'Deci', 'Kilo'],
  ['MeterPerHour', (x) => x / 3600, (x) => x * 3600, 'Milli', 'Centi', 'Kilo'],
  ['FootPerSecond', (x) => x * 0.3048, (x) => x / 0.3048],
  ['FootPerMinute', (x) => (x * 0.3048) / 60, (x) => (x / 0.3048) * 60],
  ['FootPerHour', (x) => (x * 0.3048) / 3600, (x) => (x / 0.3048) * 3600],
  ['UsSurveyFootPerSecond', (x) => (x * 1200) / 3937, (x) => (x * 3937) / 1200],
  ['UsSurveyFootPerMinute', (x) => (x * 1200) / 3937 / 60, (x) => ((x * 3937) / 1200) * 60],
  ['UsSurveyFootPerHour', (x) => (x * 1200) / 3937 / 3600, (x) => ((x * 3937) / 1200) * 3600],
  ['InchPerSecond', (x) => x * 0.0254, (x) => x / 0.0254],
  ['InchPerMinute', (x) => (x / 60) * 0.0254, (x) => (x / 0.0254) * 60],
  ['InchPerHour', (x) => (x / 3600) * 0.0254, (x) => (x / 0.0254) * 3600],
  ['YardPerSecond', (x) => x * 0.9144, (x) => x / 0.9144],
  ['YardPerMinute', (x) => (x * 0.9144) / 60, (x) => (x / 0.9144) * 60],
  ['YardPerHour', (x) => (x * 0.9144) / 3600, (x) => (x / 0.9144) * 3600],
  ['Knot', (x) => x * 0.514444, (x) => x / 0.514444],
  ['MilePerHour', (x) => x * 0.44704, (x) => x / 0.44704],
];

const TEMPERATURE: readonly Row[] = [
  ['Kelvin', same, same],
  ['DegreeCelsius', (x) => x + 273.15, (x) => x - 273.15],
  ['MillidegreeCelsius', (x) => x / 1000 + 273.15, (x) => (x - 273.15) * 1000],
  ['DegreeDelisle', (x) => (x * -2) / 3 + 373.15, (x) => ((x - 373.15) * -3) / 2],
  ['DegreeFahrenheit', (x) => (x * 5) / 9 + (459.67 * 5) / 9, (x) => ((x - (459.67 * 5) / 9) * 9) / 5],
  ['DegreeNewton', (x) => (x * 100) / 33 + 273.15, (x) => ((x - 273.15) * 33) / 100],
  ['DegreeRankine', (x) => (x * 5) / 9, (x) => (x * 9) / 5],
  ['DegreeReaumur', (x) => (x * 5) / 4 + 273.15, (x) => ((x - 273.15) * 4) / 5],
  [
    'DegreeRoemer',
    (x) => (x * 40) / 21 + 273.15 - (7.5 * 40) / 21,
    (x) => ((x - (273.15 - (7.5 * 40) / 21)) * 21) / 40,
  ],
  ['SolarTemperature', (x) => x * 5778, (x) => x / 5778],
];

const VOLUME: readonly Row[] = [
  [
    'Liter',
    (x) => x / 1000.0,
    (x) => x * 1000.0,
    'Micro',
    'Milli',
    'Centi',
    'Deci',
    'Deca',
    'Hecto',
    'Kilo',
    'Mega',
  ],
  ['CubicMeter', same, same, 'Hecto', 'Kilo'],
  ['CubicKilometer', (x) => x * 1000000000.0, (x) => x / 1000000000.0],
  ['CubicHectometer', (x) => x * 1000000.0, (x) => x / 1000000.0],
  ['CubicDecimeter', (x) => x / 1000.0, (x) => x * 1000.0],
  ['CubicCentimeter', (x) => x / 1000000.0, (x) => x * 1000000.0],
  ['CubicMillimeter', (x) => x / 1000000000.0, (x) => x * 1000000000.0],
  ['CubicMicrometer', (x) => x / 1e18, (x) => x * 1e18],
  ['CubicMile', (x) => x * 4168181825.44058, (x) => x / 4168181825.44058],
  ['CubicYard', (x) => x * 0.764554858, (x) => x / 0.764554858],
  ['CubicFoot', (x) => x * 0.028316846592, (x) => x / 0.028316846592, 'Hecto', 'Kilo', 'Mega'],
  ['CubicInch', (x) => x * 1.6387 * 1e-5, (x) => x / (1.6387 * 1e-5)],
  ['ImperialGallon', (x) => x * 0.0045460900000018145, (x) => x / 0.0045460900000018145, 'Kilo', 'Mega'],
  ['ImperialOunce', (x) => x * 2.84130624999629e-5, (x) => x / 2.84130624999629e-5],
  ['UsGallon', (x) => x * 0.00378541, (x) => x / 0.00378541, 'Deca', 'Deci', 'Hecto', 'Kilo', 'Mega'],
  ['UsOunce', (x) => x * 2.9573529562537606e-5, (x) => x / 2.9573529562537606e-5],
  ['UsTablespoon', (x) => x * 1.478676478125e-5, (x) => x / 1.478676478125e-5],
  ['AuTablespoon', (x) => x * 2e-5, (x) => x / 2e-5],
  ['UkTablespoon', (x) => x * 1.5e-5, (x) => x / 1.5e-5],
  ['MetricTeaspoon', (x) => x * 5e-6, (x) => x / 5e-6],
  ['UsTeaspoon', (x) => x * 4.92892159375e-6, (x) => x / 4.92892159375e-6],
  ['MetricCup', (x) => x * 0.00025, (x) => x / 0.00025],
  ['UsCustomaryCup', (x) => x * 0.0002365882365, (x) => x / 0.0002365882365],
  ['UsLegalCup', (x) => x * 0.00024, (x) => x / 0.00024],
  ['OilBarrel', (x) => x * 0.158987294928, (x) => x / 0.158987294928],
  ['UsBeerBarrel', (x) => x * 0.1173477658, (x) => x / 0.1173477658],
  ['ImperialBeerBarrel', (x) => x * 0.16365924, (x) => x / 0.16365924],
  ['UsQuart', (x) => x * 0.000946352946, (x) => x / 0.000946352946],
  ['UsPint', (x) => x * 0.000473176473, (x) => x / 0.000473176473],
  ['AcreFoot', (x) => x / 0.000810714, (x) => x * 0.000810714],
  ['ImperialPint', (x) => x * 0.00056826125, (x) => x / 0.00056826125],
  ['BoardFoot', (x) => x * 0.0023597372158, (x) => x / 0.0023597372158],
];

const tabled = (rows: readonly Row[]): ReadonlyMap<string, UnitOfMeasure> =>
  new Map(
    rows.flatMap(([name, toBase, fromBase, ...prefixes]) => [
      [name, { toBase, fromBase }] as const,
      ...prefixes.map((prefix) => {
        const factor = PREFIXES[prefix];
        const unit: UnitOfMeasure = {
          toBase: (x) => toBase(x) * factor,
          fromBase: (x) => fromBase(x) / factor,
        };
        return [prefix + name.charAt(0).toLowerCase() + name.slice(1), unit] as const;
      }),
    ]),
  );

/**
 * The units of each quantity by the names that Kusto documents. Names and factors are those of the UnitsNet library of
 * mid-2022, the only version that has exactly the documented units.
 */
export const UNITS = {
  angle: tabled(ANGLE),
  energy: tabled(ENERGY),
  force: tabled(FORCE),
  length: tabled(LENGTH),
  mass: tabled(MASS),
  speed: tabled(SPEED),
  temperature: tabled(TEMPERATURE),
  volume: tabled(VOLUME),
} as const;
