import { type Data, type DataType, Field, makeData, RecordBatch, Schema, Struct } from "apache-arrow";

/** A batch with other data in some of its columns. `change` gives the data as they are where nothing is to be changed. */
export function changedColumns(
  batch: RecordBatch,
  change: (data: Data, field: Field) => Data<DataType>,
): RecordBatch {
  const { fields, metadata } = batch.schema;
  const children = fields.map((field, i) => change(batch.data.children[i]!, field));
  if (children.every((child, i) => child === batch.data.children[i])) return batch;
  const changed = fields.map((field, i) =>
    children[i] === batch.data.children[i] ? field : new Field(field.name, children[i]!.type, field.nullable),
  );
  const rows = makeData({ type: new Struct(changed), length: batch.numRows, children });
  return new RecordBatch(new Schema(changed, metadata), rows);
}
