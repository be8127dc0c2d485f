/** @jest-environment ./packages/kql/test/kusto-environment.cjs */
import { answersAsKusto } from '../../src/kql-answers';

const LONG_TEXT = 'x'.repeat(101);

answersAsKusto(
  {
    hash: [
      [
        'print hash("World"), hash("World", 100), hash(datetime(2015-01-01)), hash_xxhash64("Hello"), hash("The quick brown fox jumps over the lazy dog, twice"), hash("a", 8)',
        'print_0,print_1,print_2,print_3,print_4,print_5',
        [['1846988464401551951', 51, '1380966698541616202', '753694413698530628', '158584523576932933', 3]],
      ],
      [
        'datatable(s:string)["World", ""] | project hash(s)',
        'Column1',
        [['1846988464401551951'], ['-1205034819632174695']],
      ],
      [
        'print hash_md5("World"), hash_sha1("World"), hash_sha256("")',
        'print_0,print_1,print_2',
        [
          [
            'f5a7924e621e84c9280a9a27e1bcb7f6',
            '70c07ec18ef89c5309bbb0937f3a6342411e1fdd',
            'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
          ],
        ],
      ],
    ],
    base64: [
      [
        'print base64_decode_toarray("S3VzdG8="), base64_decode_toarray("S3VzdG8"), base64_encode_fromarray(dynamic([75, 117, 115])), base64_encode_fromarray(dynamic([256])), base64_encode_fromarray(dynamic(null)), base64_encode_fromguid(guid(74be27de-1e4e-49d9-b579-fe0b331d3642))',
        'print_0,print_1,print_2,print_3,print_4,print_5',
        [[[75, 117, 115, 116, 111], null, 'S3Vz', '', '', '3ie+dE4e2Um1ef4LMx02Qg==']],
      ],
    ],
    'gzip and zlib': [
      [
        'let t = "héllo wörld"; print g = gzip_compress_to_base64_string(t), z = zlib_compress_to_base64_string("abc"), back = gzip_decompress_from_base64_string(gzip_compress_to_base64_string(t)) == t, zback = zlib_decompress_from_base64_string(zlib_compress_to_base64_string(t)) == t',
        'g,z,back,zback',
        [['H4sIAAAAAAAA/wENAPL/aMOpbGxvIHfDtnJsZLlfHRUNAAAA', 'eAEBAwD8/2FiYwJNASc=', true, true]],
      ],
      [
        'print gzip_decompress_from_base64_string("x0x0x0"), gzip_decompress_from_base64_string("eJwLSS0u"), zlib_decompress_from_base64_string("eJwLSS0uUSguKcrMS1cwNDIGACxqBQ4="), zlib_decompress_from_base64_string("?")',
        'print_0,print_1,print_2,print_3',
        [['', '', 'Test string 123', '']],
      ],
    ],
  },
  [
    ['print hash(1)', 'unsupported hash of a long', '1:7'],
    ['print hash_many("a", "b")', 'unsupported function: hash_many', '1:7'],
    [
      `print gzip_compress_to_base64_string("${LONG_TEXT}")`,
      'unsupported compression: only texts of up to 100 bytes, which Kusto stores uncompressed',
      '1:7',
    ],
  ],
);
