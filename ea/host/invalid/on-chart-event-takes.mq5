//--- expect 70 OnChartEvent takes its four values
void OnChartEvent(int id,long lparam,double dparam,string sparam) // here
  {
   Print(id,lparam,dparam,sparam);
  }
