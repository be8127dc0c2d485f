/** @jest-environment ./packages/kql/test/kusto-environment.cjs */
import { answersAsKusto } from '../../src/kql-answers';

const NETS = `let nets = datatable(net:string, zone:string, n:long)["10.0.0.0/8", "a", 1, "10.1.0.0/16", "b", 2, "bad", "c", 3, "7.7.7.7", "a", 4]; `;
const IPS = `datatable(ip:string, zone:string)["10.1.2.3", "a", "7.7.7.7", "z", "x", "a", "8.8.8.8", "a"] `;

answersAsKusto({
  'IPv4 numbers and blocks': [
    [
      'print parse_ipv4("10.0.0.255/24"), parse_ipv4("256.1.1.1"), parse_ipv4_mask("10.0.0.255", 8), parse_ipv4_mask("10.9.0.1/16", 24), parse_ipv4_mask("10.0.0.1", 33)',
      'print_0,print_1,print_2,print_3,print_4',
      [[167772160, null, 167772160, 168361984, null]],
    ],
    [
      'print format_ipv4("10.1.2.3", 16), format_ipv4("10.1.2.3/8", 32), format_ipv4(3232236031, 24), format_ipv4("x"), format_ipv4_mask("10.1.2.3/8", 32), format_ipv4_mask("10.1.2.3", -1)',
      'print_0,print_1,print_2,print_3,print_4,print_5',
      [['10.1.0.0', '10.0.0.0', '192.168.1.0', '', '10.0.0.0/8', '']],
    ],
    [
      'print ipv4_range_to_cidr_list("1.1.128.0", "1.1.140.255"), ipv4_range_to_cidr_list("10.0.0.1", "10.0.0.6"), ipv4_range_to_cidr_list("0.0.0.0", "255.255.255.255"), ipv4_range_to_cidr_list("x", "1.1.1.1")',
      'print_0,print_1,print_2,print_3',
      [
        [
          ['1.1.128.0/21', '1.1.136.0/22', '1.1.140.0/24'],
          ['10.0.0.1/32', '10.0.0.2/31', '10.0.0.4/31', '10.0.0.6/32'],
          ['0.0.0.0/0'],
          null,
        ],
      ],
    ],
    [
      'print ipv4_compare("10.0.0.1", "10.0.0.2"), ipv4_compare("10.0.0.2/31", "10.0.0.3"), ipv4_is_match("10.0.0.1", "10.0.0.9", 24), ipv4_is_match("a", "b"), ipv4_netmask_suffix("10.1.2.3/16"), ipv4_netmask_suffix("10.1.2.3"), ipv4_is_private("172.32.0.1")',
      'print_0,print_1,print_2,print_3,print_4,print_5,print_6',
      [[-1, 0, true, null, 16, 32, false]],
    ],
  ],
  IPv6: [
    [
      'print parse_ipv6("10.1.2.3"), parse_ipv6("10.1.2.3/8"), parse_ipv6("fe80::1"), parse_ipv6("::"), parse_ipv6("1::2::3"), parse_ipv6_mask("2001:db8::ff", 120), parse_ipv6_mask("10.1.2.3", 120), parse_ipv6_mask("::", 129)',
      'print_0,print_1,print_2,print_3,print_4,print_5,print_6,print_7',
      [
        [
          '0000:0000:0000:0000:0000:ffff:0a01:0203',
          '0000:0000:0000:0000:0000:ffff:0a00:0000',
          'fe80:0000:0000:0000:0000:0000:0000:0001',
          '0000:0000:0000:0000:0000:0000:0000:0000',
          '',
          '2001:0db8:0000:0000:0000:0000:0000:0000',
          '0000:0000:0000:0000:0000:ffff:0a01:0200',
          '',
        ],
      ],
    ],
    [
      'print ipv6_compare("fe80::1", "fe80::2"), ipv6_compare("fe80::2", "fe80::1/120"), ipv6_compare("10.0.0.1", "::ffff:a00:1"), ipv6_compare("::ffff:10.0.0.1", "10.0.0.1"), ipv6_compare("x", "::1"), ipv6_is_match("fe80::1", "fe80::ff", 120), ipv6_is_match("fe80::1", "fe80::1ff", 120)',
      'print_0,print_1,print_2,print_3,print_4,print_5,print_6',
      [[-1, 0, 0, 0, null, true, false]],
    ],
    [
      'print ipv6_is_in_range("fe80::a", "fe80::/64"), ipv6_is_in_range("10.1.2.3", "10.0.0.0/8"), ipv6_is_in_range("fe81::a", "fe80::/64"), ipv6_is_in_range("q", "::/0"), ipv6_is_in_any_range("fe80::a", "::1", "fe80::/10"), ipv6_is_in_any_range("fe80::a", dynamic(["::1"])), ipv6_is_in_any_range("", "::1")',
      'print_0,print_1,print_2,print_3,print_4,print_5,print_6',
      [[true, true, false, null, true, false, null]],
    ],
  ],
  'lookup of networks': [
    [
      `${NETS}${IPS}| project ip | evaluate ipv4_lookup(nets, ip, net) | sort by n asc`,
      'ip,net,zone,n',
      [
        ['10.1.2.3', '10.0.0.0/8', 'a', 1],
        ['10.1.2.3', '10.1.0.0/16', 'b', 2],
        ['7.7.7.7', '7.7.7.7', 'a', 4],
      ],
    ],
    [
      `${NETS}${IPS}| evaluate ipv4_lookup(nets, ip, net, zone, return_unmatched = true) | sort by ip asc`,
      'ip,zone,net,n',
      [
        ['10.1.2.3', 'a', '10.0.0.0/8', 1],
        ['7.7.7.7', 'z', '', null],
        ['8.8.8.8', 'a', '', null],
        ['x', 'a', '', null],
      ],
    ],
    [
      'let nets = datatable(net:string, n:long)["fe80::/10", 1, "10.0.0.0/8", 2]; datatable(ip:string)["fe80::1", "10.2.3.4", "::1"] | evaluate ipv6_lookup(nets, ip, net) | sort by n asc',
      'net,n,ip',
      [
        ['fe80::/10', 1, 'fe80::1'],
        ['10.0.0.0/8', 2, '10.2.3.4'],
      ],
    ],
  ],
});
