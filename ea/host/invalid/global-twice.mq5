//--- expect 124 a global is declared once
int size;
int size; // here
