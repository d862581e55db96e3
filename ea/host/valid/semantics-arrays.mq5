//+------------------------------------------------------------------+
//| semantics-arrays.mq5                                             |
//| Arrays and structures. The outcomes of ArrayInsert, ArrayRemove  |
//| and ArrayReverse are those that the reference prints.            |
//+------------------------------------------------------------------+
#include "Facts.mqh"

struct Simple
  {
   char              c;
   short             s;
   int               i;
   double            d;
  };

struct Inner
  {
   int               low;
   int               high;
  };

struct Outer
  {
   Inner             pair;
   double            values[10];
   int               last;
  };

struct Named : public Inner
  {
   string            name;
   int               list[];
  };

union Bits
  {
   double            number;
   ulong             bits;
  };

int Untouched[4];
Outer Kept={{1,0},{1.0},100};

void Grow(int &values[]) { ArrayResize(values,ArraySize(values)+1); values[ArraySize(values)-1]=7; }
void Fill(Simple &record) { record.i=5; record.d=2.5; }
Inner Made(const int low) { Inner made; made.low=low; made.high=low+1; return(made); }

void Sizes(void)
  {
   int dynamic[];
   Fact("a dynamic array starts empty",(string)ArraySize(dynamic),"0");
   Grow(dynamic);
   Grow(dynamic);
   Fact("an array is passed by reference",Joined(dynamic),"7 7");
   int fixed[3]={1,2,3};
   Fact("a fixed array keeps its size",(string)ArrayResize(fixed,5)+(string)ArrayResize(fixed,2)+(string)ArraySize(fixed),"-123");
   int counted[]={4,5};
   Fact("initial values make an array fixed",!ArrayIsDynamic(counted) && ArrayIsDynamic(dynamic));
   ArrayFree(dynamic);
   ArrayFree(fixed);
   Fact("ArrayFree",(string)ArraySize(dynamic)+(string)ArraySize(fixed),"03");
   int partly[4]={1};
   Fact("missing values are 0",Joined(partly),"1 0 0 0");
   Fact("globals start at 0",Joined(Untouched),"0 0 0 0");
   Untouched[2]=1;
   int table[2][3]={{1,2,3},{4,5,6}};
   Fact("two dimensions",(string)table[1][0]+(string)ArraySize(table)+(string)ArrayRange(table,1),"463");
   double rows[][2];
   ArrayResize(rows,3);
   rows[2][1]=1.5;
   Fact("rows of a dynamic table",(string)ArrayRange(rows,0)+(string)ArraySize(rows)+(string)rows[2][1],"361.5");
  }

void Changes(void)
  {
   int target[10],source[10];
   for(int i=0; i<10; i++)
     {
      target[i]=i;
      source[i]=10+i;
     }
   ArrayInsert(target,source,4,0,3);
   Fact("ArrayInsert",Joined(target),"0 1 2 3 10 11 12 7 8 9");
   for(int i=0; i<10; i++)
      target[i]=i;
   ArrayRemove(target,4,2);
   Fact("ArrayRemove",Joined(target),"0 1 2 3 6 7 8 9 8 9");
   for(int i=0; i<10; i++)
      target[i]=i;
   ArrayReverse(target,4,3);
   Fact("ArrayReverse",Joined(target),"0 1 2 3 6 5 4 7 8 9");
   int copy[];
   Fact("ArrayCopy",(string)ArrayCopy(copy,target,0,7)+":"+Joined(copy),"3:7 8 9");
   ArrayCopy(copy,copy,1,0,2);
   Fact("ArrayCopy within one array",Joined(copy),"7 7 8");
   ArrayRemove(copy,0,1);
   Fact("a dynamic array shrinks",Joined(copy),"7 8");
   double reals[];
   ArrayCopy(reals,copy);
   Fact("ArrayCopy converts",(string)reals[1],"8.0");
   int unsorted[]={3,-1,2};
   ArraySort(unsorted);
   Fact("ArraySort",Joined(unsorted),"-1 2 3");
   Fact("ArrayMaximum, ArrayMinimum",(string)ArrayMaximum(unsorted)+(string)ArrayMinimum(unsorted,1),"21");
   ArrayFill(unsorted,1,2,9);
   Fact("ArrayFill",Joined(unsorted),"-1 9 9");
   Fact("ArrayInitialize",(string)ArrayInitialize(unsorted,4)+Joined(unsorted),"34 4 4");
   int smaller[]={4,4};
   Fact("ArrayCompare",(string)ArrayCompare(unsorted,smaller)+(string)ArrayCompare(smaller,unsorted,0,0,2),"10");
   int other[];
   ArrayResize(other,1);
   ArraySwap(other,copy);
   Fact("ArraySwap",(string)ArraySize(other)+(string)ArraySize(copy),"21");
  }

void Series(void)
  {
   int values[];
   ArrayResize(values,3);
   for(int i=0; i<3; i++)
      values[i]=i;
   Fact("a series counts from its end",(string)ArraySetAsSeries(values,true)+(string)values[0]+(string)ArrayGetAsSeries(values),"true2true");
   int fixed[2];
   Fact("a fixed array is no series",!ArraySetAsSeries(fixed,true));
   ArraySetAsSeries(values,false);
   Fact("the elements stay",Joined(values),"0 1 2");
  }

void Structures(void)
  {
   Fact("structures are packed",(string)sizeof(Simple)+" "+(string)sizeof(Outer),"15 92");
   Fact("sizeof a string, an array",(string)sizeof(string)+" "+(string)sizeof(Untouched),"12 16");
   Simple record={};
   Fill(record);
   Simple copy=record;
   copy.i=6;
   Fact("a structure is copied",(string)record.i+(string)copy.i+(string)copy.d,"562.5");
   uchar bytes[];
   Fact("StructToCharArray",StructToCharArray(record,bytes) && ArraySize(bytes)==15 && bytes[3]==5);
   Simple back={};
   Fact("CharArrayToStruct",CharArrayToStruct(back,bytes) && back.i==5 && back.d==2.5);
   Fact("nested values",(string)Kept.pair.low+(string)Kept.values[0]+(string)Kept.values[9]+(string)Kept.last,"11.00.0100");
   Fact("a structure as a result",(string)Made(3).high,"4");
   Named named;
   named.name="n";
   named.low=1;
   ArrayResize(named.list,2);
   Named twin=named;
   ArrayResize(twin.list,3);
   Fact("arrays in structures are copied",(string)ArraySize(named.list)+(string)ArraySize(twin.list)+twin.name+(string)twin.low,"23n1");
   ZeroMemory(twin);
   Fact("ZeroMemory",twin.name==NULL && twin.low==0);
   Bits bits;
   bits.number=1.0;
   Fact("a union shares its bytes",StringFormat("%I64X",bits.bits),"3FF0000000000000");
   Inner many[];
   ArrayResize(many,2);
   many[1]=Made(8);
   Fact("an array of structures",(string)many[1].low,"8");
  }

int OnInit()
  {
   Sizes();
   Changes();
   Series();
   Structures();
   return(FactsWrong);
  }
//+------------------------------------------------------------------+
