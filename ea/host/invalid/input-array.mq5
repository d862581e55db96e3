//--- expect 285 an input is one value
input int Sizes[3]; // here
