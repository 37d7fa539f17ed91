/** Words that alone tell a teacher nothing: they are neither marked nor learned. */
export const SMALL_WORDS: ReadonlySet<string> = new Set(
  "a about after all also an and any are as at be been before but by can could did do does each few for from get got had has have he her him his i if in into is it its just me more most my no now of off on only or our out over she so some than that the their them then there these they this those to too up us very was we were what when where which while who will with would you your".split(
    " ",
  ),
);
