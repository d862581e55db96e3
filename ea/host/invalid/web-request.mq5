//--- expect 168 what is not on the list is not there
void OnTick()
  {
   uchar data[];
   WebRequest("GET","",data); // here
  }
