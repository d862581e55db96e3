//+------------------------------------------------------------------+
//| semantics-classes.mq5                                            |
//| Classes, pointers, templates, functions and lives of variables.  |
//+------------------------------------------------------------------+
#include "Facts.mqh"

string Trace="";

class CShape
  {
private:
   int               m_id;
protected:
   string            m_name;
public:
   static int        Made;
   enum ENUM_SIDE { SIDE_LEFT=1, SIDE_RIGHT };
                     CShape(void) : m_id(1),m_name("shape") { Made++; }
                     CShape(const string name,const int id=2) : m_id(id) { m_name=name; Made++; }
                    ~CShape(void) { Trace+="-"+m_name; }
   virtual string    Who(void) const { return("shape"); }
   virtual double    Area(void)=0;
   int               Id(void) const { return(m_id); }
   string            Name(void) const { return(m_name); }
   ENUM_SIDE         Side(void) const { return(SIDE_RIGHT); }
   CShape           *Self(void) { return(GetPointer(this)); }
  };
int CShape::Made=0;

class CSquare : public CShape
  {
   double            m_side;
public:
                     CSquare(const double side) : CShape("square",3),m_side(side) {}
                    ~CSquare(void) { Trace+="~"; }
   virtual string    Who(void) const override { return("square of "+CShape::Who()); }
   virtual double    Area(void) override { return(m_side*m_side); }
   void              Grow(const double by);
   bool              operator==(const CSquare &other) const { return(m_side==other.m_side); }
   double            operator[](const int index) const { return(m_side*index); }
  };

void CSquare::Grow(const double by)
  {
   m_side+=by;
  }

class CRing : public CShape
  {
public:
   virtual double    Area(void) { return(0); }
  };

interface INoted
  {
   string            Note(const int number);
  };

class CNoted : public INoted
  {
public:
   string            Note(const int number) { return("note "+(string)number); }
  };

template<typename T>
class CStack
  {
   T                 m_values[];
public:
   void              Push(const T value);
   T                 Pop(void);
   int               Total(void) const { return(ArraySize(m_values)); }
  };

template<typename T>
void CStack::Push(const T value)
  {
   const int total=ArraySize(m_values);
   ArrayResize(m_values,total+1,16);
   m_values[total]=value;
  }

template<typename T>
T CStack::Pop(void)
  {
   const int last=ArraySize(m_values)-1;
   T value=m_values[last];
   ArrayResize(m_values,last);
   return(value);
  }

CNoted Noted;
CShape *Kept=NULL;
typedef int (*Operation)(int,int);

template<typename T>
T Biggest(const T &values[])
  {
   T most=values[0];
   for(int i=1; i<ArraySize(values); i++)
      if(values[i]>most)
         most=values[i];
   return(most);
  }

string NameOf(CShape &shape) { return(shape.Name()+"/"+(string)shape.Id()); }
int Sum(int a,int b) { return(a+b); }
int Product(int a,int b) { return(a*b); }
string Order(int first,int second) { return((string)first+(string)second); }
string Forward(void) { return(Later(1)); }
string Later(int number,string text="default") { return((string)number+text); }
string Kind(const int value) { return("int"); }
string Kind(const double value) { return("double"); }
string Kind(const string value) { return("string"); }
int Count(void) { static int calls=0; return(++calls); }
void Change(int &number,string &text) { number++; text+="!"; }

void Objects(void)
  {
   CSquare square(2);
   Fact("a virtual method of the base's object",NameOf(square)+" "+square.Who(),"square/3 square of shape");
   CShape *shape=new CSquare(3);
   Fact("a pointer is passed as a reference",NameOf(shape),"square/3");
   Fact("virtual calls",shape.Who()+" "+(string)shape.Area(),"square of shape 9.0");
   Fact("static members",(string)CShape::Made+(string)(int)shape.Side()+EnumToString(CShape::SIDE_LEFT),"22SIDE_LEFT");
   CSquare *cast=dynamic_cast<CSquare *>(shape);
   CRing *ring=dynamic_cast<CRing *>(shape);
   Fact("dynamic_cast",cast!=NULL && ring==NULL);
   cast.Grow(1);
   Fact("one object, two pointers",(string)shape.Area()+(string)cast[2],"16.08.0");
   Fact("CheckPointer",EnumToString(CheckPointer(shape))+EnumToString(CheckPointer(GetPointer(square))),"POINTER_DYNAMICPOINTER_AUTOMATIC");
   Fact("this as a pointer",shape.Self()==shape && square.Self()!=shape);
   Trace="";
   delete shape;
   Fact("destructors, derived first",Trace,"~-square");
   Fact("a deleted object is known",CheckPointer(cast)==POINTER_INVALID && !cast);
   delete ring;
   Kept=new CRing;
   Fact("an operator of a class",square==square);
   Fact("an interface",Noted.Note(4),"note 4");
   INoted *noted=GetPointer(Noted);
   Fact("a pointer to an interface",noted.Note(5),"note 5");
  }

void Scopes(void)
  {
   Trace="";
     {
      CRing ring;
      CSquare square(1);
     }
   Fact("objects end with their block, last first",Trace,"~-square-shape");
   CSquare *pool[];
   ArrayResize(pool,2);
   pool[0]=new CSquare(5);
   Fact("an array of pointers",pool[1]==NULL && pool[0].Area()==25);
   delete pool[0];
   const string calls=(string)Count()+(string)Count();
   Fact("static variables keep their value",calls,"12");
  }

void Templates(void)
  {
   double reals[]={1.5,9.25,3};
   string words[]={"pear","plum","apple"};
   Fact("a template of a function",(string)Biggest(reals)+Biggest(words),"9.25plum");
   CStack<string> stack;
   stack.Push("a");
   stack.Push("b");
   Fact("a template of a class",stack.Pop()+stack.Pop()+(string)stack.Total(),"ba0");
  }

void Functions(void)
  {
   Fact("functions come in any order",Forward(),"1default");
   Fact("overloads",Kind(1)+Kind(1.0)+Kind("x")+Kind((char)1),"intdoublestringint");
   int q[]={0,1,2},i=0;
   Fact("arguments are computed from the right",Order(q[i],q[i++]),"10");
   Operation operation=Sum;
   int result=operation(3,4);
   operation=Product;
   Fact("a pointer to a function",(string)result+(string)operation(3,4),"712");
   int number=1;
   string text="x";
   Change(number,text);
   Fact("references",(string)number+text,"2x!");
   int rounds=0;
   do
     {
      rounds++;
      if(rounds==2)
         continue;
      if(rounds>3)
         break;
     }
   while(rounds<10);
   for(int a=0,b=10; a<b; a++,b--)
      rounds+=(a==b-2 ? 100 : 0);
   Fact("loops",(string)rounds,"104");
   Fact("__FUNCTION__",__FUNCTION__,"Functions");
  }

int OnInit()
  {
   Objects();
   Scopes();
   Templates();
   Functions();
   return(FactsWrong);
  }
//+------------------------------------------------------------------+
