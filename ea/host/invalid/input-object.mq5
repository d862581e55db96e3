//--- expect 285 an input is no object
input MqlTick Tick; // here
