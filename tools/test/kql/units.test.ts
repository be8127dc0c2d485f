/** @jest-environment ./packages/kql/test/kusto-environment.cjs */
import { answersAsKusto } from '../../src/kql-answers';

answersAsKusto({
  'units of each quantity': [
    [
      'print convert_angle(90, "Degree", "Gradian"), convert_angle(1, "Revolution", "NatoMil"), convert_energy(1, "KilowattHour", "Joule"), convert_energy(2, "WattDay", "WattHour"), convert_force(1, "KilogramForce", "KiloPond")',
      'print_0,print_1,print_2,print_3,print_4',
      [[100, 6400, 3600000, 48, 1]],
    ],
    [
      'print convert_length(1, "Mile", "Meter"), convert_length(72, "DtpPoint", "Inch"), convert_length(3, "Kilometer", "Centimeter"), convert_mass(14, "Pound", "Kilogram"), convert_mass(1, "Megatonne", "Tonne")',
      'print_0,print_1,print_2,print_3,print_4',
      [[1609.34, 1, 300000, 6.35029318, 1000000]],
    ],
    [
      'print convert_speed(36, "KilometerPerHour", "MeterPerSecond"), convert_speed(1, "Knot", "MeterPerSecond"), convert_temperature(100, "DegreeCelsius", "DegreeReaumur"), convert_temperature(1, "SolarTemperature", "Kelvin"), convert_volume(1, "UsGallon", "Liter"), convert_volume(2, "HectocubicMeter", "CubicMeter")',
      'print_0,print_1,print_2,print_3,print_4,print_5',
      [[10, 0.514444, 80, 5778, 3.7854099999999997, 200]],
    ],
  ],
  'what is no unit': [
    [
      'print convert_mass(1, "Parsec", "Gram"), convert_mass(1, "Gram", ""), convert_length(real(null), "Mile", "Yard"), convert_volume(1.5, "Liter", "Liter")',
      'print_0,print_1,print_2,print_3',
      [[null, null, null, 1.5]],
    ],
    [
      'datatable(v:real, u:string)[1.0, "Hour", 2.0, "Foot"] | project convert_length(v, u, "Inch")',
      'Column1',
      [[null], [24.000000000000004]],
    ],
  ],
});
