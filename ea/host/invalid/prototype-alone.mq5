//--- expect 41 a function has a body
int One(); // here
