// What DuckDB needs for the counts alone: year × type × result of a ledger.
//
//   node bench/group_by.mjs FILE [THREADS]
//
// Needs the npm package @duckdb/node-api: npm install --prefix bench
// @duckdb/node-api. All columns are given their types, so that nothing is
// found out by sampling.

import {createRequire} from 'node:module';

const require = createRequire(import.meta.url);
const {DuckDBInstance} = require('@duckdb/node-api');
const [file, threads = '2'] = process.argv.slice(2);
const texts = ['编号', '申请人类型', '申请人', '申请内容', '申请渠道', '确认日期',
  '办理结果', '办结日期', '补正通知日期', '补正收到日期', '备注'];
const columns = ["'收到日期': 'DATE'",
  ...texts.map((name) => `'${name}': 'VARCHAR'`)];
// The columns must be named in the order of the file.
columns.splice(0, 2, columns[1], columns[0]);

const database = await DuckDBInstance.create(':memory:', {threads});
const connection = await database.connect();
const result = await connection.runAndReadAll(`
  SELECT year("收到日期") y, "申请人类型", "办理结果", count(*)
  FROM read_csv('${file}', header = true, quote = '"', escape = '"',
                columns = {${columns.join(', ')}})
  GROUP BY ALL`);
console.log(result.getRows().length, 'groups');
