/** Words that are capitalised without being a name: what sentences begin with, days, months, subjects, languages, places. */
export const COMMON_WORDS: readonly string[] = `
a about after again agree agreed all almost also always an and another any anyone are around as ask asked at away back be because
been before began begin being below best better between both bring brought but by came can cannot check come could day did do does
done down during each early either end enough even ever every everybody everyone everything extra few fewer final finally find first
five for found four from full gave get give go going good got great had half has have he help her here high his hold how however i if
important in instead into is it its just keep kept kids know known last late later leave left less let like list little long look
looked lot low made make many maybe me met might mine missing more most move much must my name need needed needs never new next no
nobody none not note notes nothing now of off often ok okay old on once one only open or other others our ours out over own part past
people per perhaps plan please possible problem put question quick quite ran read ready really right room said same saw say says second
see seems send sent set several shall share shared she short should show since six so some someone something sometimes soon still stop
such take talk tell ten than thank thanks that the their them then there these they thing things think third this those three through
time to today together told tomorrow too took top toward tried true try trying turn two under until up upon us use used usual very
wait want wants was watch way we week weeks well went were what when where whether which while who whole whose why will wish with
within without wonder wonders work worked works would year years yes yesterday yet you your yours zero
monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun
january february march april may june july august september october november december jan feb mar apr jun jul aug sept sep oct nov dec
fall autumn winter spring summer thanksgiving christmas easter halloween labor veterans memorial
english spanish french german chinese latin math maths mathematics algebra geometry science biology chemistry physics history
geography civics music art drama health technology library reading writing spelling phonics kindergarten grade grades gr tier level
absent present action actions adjourn adjourned agenda announcements apologies attendance attending celebration celebrations chair
commitments data decision decisions discussion exit facilitator focus follow goal goals here items leading meeting members minutes
norms parking recorder reflection reminder reminders resources roles standards student students target team timekeeper topic update
updates welcome district school teacher teachers principal coach department google
`
  .trim()
  .split(/\s+/);
