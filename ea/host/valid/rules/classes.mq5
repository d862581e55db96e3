//--- Classes, structures and templates that MQL5 takes
interface Shape
  {
   double Area() const;
  };

class Square : public Shape
  {
private:
   double           m_side;
   static int       s_count;
   const string     m_name;
public:
                    Square(const double side,const string name="square") : m_side(side),m_name(name) { s_count++; }
                   ~Square() { s_count--; }
   virtual double   Area() const override { return m_side*m_side; }
   static int       Count() { return s_count; }
   string           Name() const { return m_name; }
   bool             operator==(const Square &other) const { return m_side==other.m_side; }
   void             operator=(const Square &other) { m_side=other.m_side; }
   double           operator[](const int index) const { return m_side*index; }
   void             Print(const int times) { for(int i=0; i<times; i++) ::Print(m_name); }
   void             Grow(const double by);
  };

int Square::s_count=0;

void Square::Grow(const double by)
  {
   m_side+=by;
  }

template<typename T>
class List
  {
   T                m_items[];
public:
   int              Add(const T &item);
   T                At(const int index) const { return m_items[index]; }
   int              Total() const { return ArraySize(m_items); }
  };

template<typename T>
int List::Add(const T &item)
  {
   const int total=ArraySize(m_items);
   ArrayResize(m_items,total+1);
   m_items[total]=item;
   return total;
  }

template<typename T>
T Larger(T one,T other)
  {
   return one>other ? one : other;
  }

struct Spot
  {
   int    x;
   int    y;
   string name;
          Spot() : x(0),y(0) { }
   int    Sum() const { return x+y; }
  };

struct Pair
  {
   double one;
   double other[2];
  };

class Node;
typedef int (*Judge)(const int one,const int other);

class Node
  {
public:
   Node *next;
         Node() : next(NULL) { }
  };

int Less(const int one,const int other) { return one-other; }

void OnTick()
  {
   Square square(2);
   Square other(3,"other");
   other.Grow(1);
   square=other;
   if(square==other)
      square.Print(2);
   Shape *shape=&square;
   Square *again=dynamic_cast<Square *>(shape);
   if(again!=NULL)
      Print(again.Area(),Square::Count(),again.Name(),square[2]);
   List<int> numbers;
   numbers.Add(5);
   List<string> names;
   names.Add("a");
   Print(numbers.At(0)+numbers.Total(),names.At(0),Larger(1,2),Larger<double>(1,2.5));
   Spot point;
   point.x=1;
   Spot points[2];
   points[0]=point;
   Pair pair={1,{2,3}};
   Pair pairs[]={{1,{2,3}},{4,{5,6}}};
   Judge judge=Less;
   Print(points[0].Sum(),pair.other[1],pairs[1].one,judge(1,2));
   Node *node=new Node;
   node.next=new Node();
   if(node.next)
      delete node.next;
   delete node;
  }
