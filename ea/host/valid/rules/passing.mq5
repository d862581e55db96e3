//--- Ways of passing that MQL5 takes
class Desk
  {
public:
   int size;
       Desk(int size_) : size(size_) { }
   int Size() const { return size; }
  };

class Table : public Desk
  {
public:
   Table() : Desk(4) { }
  };

int Sum(const int &values[],const int count=WHOLE_ARRAY)
  {
   int sum=0;
   const int last=count<0 ? ArraySize(values) : count;
   for(int i=0; i<last; i++)
      sum+=values[i];
   return sum;
  }

double Middle(const MqlTick &tick)
  {
   return (tick.bid+tick.ask)/2;
  }

int SizeOf(const Desk &desk)
  {
   return desk.Size();
  }

void Raise(int &value,string &name)
  {
   value++;
   name+="a";
  }

void Put(uchar &bytes[],const string text)
  {
   StringToCharArray(text,bytes,0,WHOLE_ARRAY,CP_UTF8);
  }

int Compare(const string &one,const string &other)
  {
   return StringCompare(one,other);
  }

void OnTick()
  {
   int fixed[3]={1,2,3};
   int dynamic[];
   ArrayResize(dynamic,2,8);
   ArrayInitialize(dynamic,0);
   ArrayCopy(dynamic,fixed,0,1,2);
   Print(Sum(fixed)+Sum(dynamic,1));
   MqlTick tick={};
   if(SymbolInfoTick(_Symbol,tick))
      Print(Middle(tick));
   Table table;
   Desk *desk=new Desk(2);
   Print(SizeOf(table)+SizeOf(desk)+desk.Size());
   delete desk;
   desk=&table;
   Print(CheckPointer(desk)==POINTER_AUTOMATIC,desk==NULL,GetPointer(table)==desk);
   int count=1;
   string name=NULL;
   Raise(count,name);
   uchar bytes[];
   Put(bytes,"text");
   Print(count,name,CharArrayToString(bytes,0,WHOLE_ARRAY,CP_UTF8),Compare("a","b"));
   int table2[2][4]={{1,2,3,4},{5,6,7,8}};
   Print(ArraySize(table2),ArrayRange(table2,1),table2[1][2]);
  }
