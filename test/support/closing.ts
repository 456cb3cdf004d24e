/** What tests open and no test of its own closes. */
const open: { close(): Promise<void> }[] = [];

/** Closes it at the end of the test file: a port given again would make a new source the one that a test before had at that address. */
export const closing = <T extends { close(): Promise<void> }>(each: T): T => {
  open.push(each);
  return each;
};

export async function closeAll(): Promise<void> {
  await Promise.all(open.splice(0).map((each) => each.close()));
}
