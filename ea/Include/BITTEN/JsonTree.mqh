//+------------------------------------------------------------------+
//| JsonTree.mqh                                                     |
//| The values of one JSON text, and the questions that may be asked |
//| of them. A question that does not fit is answered with false, so |
//| that whoever reads an order has to look at every answer.         |
//+------------------------------------------------------------------+
#ifndef BITTEN_JSON_TREE_MQH
#define BITTEN_JSON_TREE_MQH

enum ENUM_JSON_KIND
  {
   JSON_OBJECT,
   JSON_ARRAY,
   JSON_TEXT,
   JSON_NUMBER,
   JSON_TRUE,
   JSON_FALSE,
   JSON_NULL
  };

//--- Nodes name one another by their place in the list; -1 is none
struct SJsonNode
  {
   ENUM_JSON_KIND    kind;
   string            name;    // of a member of an object
   string            text;    // of a text, decoded; of a number, as it stands
   int               count;   // children
   int               first;
   int               last;
   int               next;    // in the same object or array
  };

//--- The largest body that the app sends, a sync, has 260 values
#define JSON_MOST_NODES       16384
//--- With its sign: further than any number goes
#define JSON_LONGEST_EXPONENT 5
//--- 2^53-1: integers that every reader of JSON understands alike
#define JSON_LARGEST_INTEGER  9007199254740991

class CJsonTree
  {
private:
   SJsonNode         m_nodes[];
   int               m_used;
   //--- where Item() was last: reading from front to back is one step each
   int               m_walkParent;
   int               m_walkIndex;
   int               m_walkNode;

   bool              Is(const int node,const ENUM_JSON_KIND kind) const;

protected:
   int               m_root;

   void              ClearTree();
   //--- -1 when there are too many
   int               Add(const ENUM_JSON_KIND kind,const string text);
   void              Adopt(const int parent,const int child,const string name);

public:
                     CJsonTree() : m_used(0),m_walkParent(-1),m_walkIndex(0),m_walkNode(-1),m_root(-1) {}
   int               Root() const { return(m_root); }
   //--- Those that follow take -1 for a node, and then say -1, 0 or false
   int               Member(const int object,const string name) const;
   int               Count(const int node) const;
   //--- Of an array, or of an object in the order of its members
   int               Item(const int node,const int index);
   string            Name(const int node) const { return(node>=0 && node<m_used ? m_nodes[node].name : ""); }
   bool              IsObject(const int node) const { return(Is(node,JSON_OBJECT)); }
   bool              IsArray(const int node) const { return(Is(node,JSON_ARRAY)); }
   bool              IsNull(const int node) const { return(Is(node,JSON_NULL)); }
   bool              Text(const int node,string &value) const;
   bool              Integer(const int node,long &value) const;
   bool              Number(const int node,double &value) const;
   bool              Boolean(const int node,bool &value) const;
  };
//+------------------------------------------------------------------+
void CJsonTree::ClearTree()
  {
   m_used=0;
   m_root=-1;
   m_walkParent=-1;
  }
//+------------------------------------------------------------------+
int CJsonTree::Add(const ENUM_JSON_KIND kind,const string text)
  {
   if(m_used>=JSON_MOST_NODES)
      return(-1);
   if(m_used>=ArraySize(m_nodes) && ArrayResize(m_nodes,2*m_used+64)<=m_used)
      return(-1);
   int node=m_used++;
   m_nodes[node].kind=kind;
   m_nodes[node].name="";
   m_nodes[node].text=text;
   m_nodes[node].count=0;
   m_nodes[node].first=-1;
   m_nodes[node].last=-1;
   m_nodes[node].next=-1;
   return(node);
  }
//+------------------------------------------------------------------+
void CJsonTree::Adopt(const int parent,const int child,const string name)
  {
   m_nodes[child].name=name;
   int last=m_nodes[parent].last;
   if(last<0)
      m_nodes[parent].first=child;
   else
      m_nodes[last].next=child;
   m_nodes[parent].last=child;
   m_nodes[parent].count++;
  }
//+------------------------------------------------------------------+
bool CJsonTree::Is(const int node,const ENUM_JSON_KIND kind) const
  {
   return(node>=0 && node<m_used && m_nodes[node].kind==kind);
  }
//+------------------------------------------------------------------+
int CJsonTree::Member(const int object,const string name) const
  {
   if(!Is(object,JSON_OBJECT))
      return(-1);
   for(int child=m_nodes[object].first; child>=0; child=m_nodes[child].next)
      if(m_nodes[child].name==name)
         return(child);
   return(-1);
  }
//+------------------------------------------------------------------+
int CJsonTree::Count(const int node) const
  {
   return((Is(node,JSON_OBJECT) || Is(node,JSON_ARRAY)) ? m_nodes[node].count : 0);
  }
//+------------------------------------------------------------------+
int CJsonTree::Item(const int node,const int index)
  {
   if(index<0 || index>=Count(node))
      return(-1);
   if(node!=m_walkParent || index<m_walkIndex)
     {
      m_walkParent=node;
      m_walkIndex=0;
      m_walkNode=m_nodes[node].first;
     }
   for(; m_walkIndex<index; m_walkIndex++)
      m_walkNode=m_nodes[m_walkNode].next;
   return(m_walkNode);
  }
//+------------------------------------------------------------------+
bool CJsonTree::Text(const int node,string &value) const
  {
   if(!Is(node,JSON_TEXT))
      return(false);
   value=m_nodes[node].text;
   return(true);
  }
//+------------------------------------------------------------------+
//| Digits only: 1.0 and 1e0 are numbers and no integers             |
//+------------------------------------------------------------------+
bool CJsonTree::Integer(const int node,long &value) const
  {
   if(!Is(node,JSON_NUMBER))
      return(false);
   string text=m_nodes[node].text;
   int length=StringLen(text);
   if(length>17)
      return(false);
   for(int i=(StringGetCharacter(text,0)=='-') ? 1 : 0; i<length; i++)
      if(StringGetCharacter(text,i)<'0' || StringGetCharacter(text,i)>'9')
         return(false);
   long read=StringToInteger(text);
   if(read>JSON_LARGEST_INTEGER || read<-JSON_LARGEST_INTEGER)
      return(false);
   value=read;
   return(true);
  }
//+------------------------------------------------------------------+
//| The exponent is applied here: whether StringToDouble reads one   |
//| is documented nowhere                                            |
//+------------------------------------------------------------------+
bool CJsonTree::Number(const int node,double &value) const
  {
   if(!Is(node,JSON_NUMBER))
      return(false);
   string text=m_nodes[node].text;
   StringToLower(text);
   int mark=StringFind(text,"e");
   double read=StringToDouble(mark<0 ? text : StringSubstr(text,0,mark));
   if(mark>=0)
     {
      string exponent=StringSubstr(text,mark+1);
      if(StringLen(exponent)>JSON_LONGEST_EXPONENT)
         return(false);
      read*=MathPow(10.0,(double)StringToInteger(exponent));
     }
   if(!MathIsValidNumber(read))
      return(false);
   value=read;
   return(true);
  }
//+------------------------------------------------------------------+
bool CJsonTree::Boolean(const int node,bool &value) const
  {
   if(!Is(node,JSON_TRUE) && !Is(node,JSON_FALSE))
      return(false);
   value=Is(node,JSON_TRUE);
   return(true);
  }

#endif
//+------------------------------------------------------------------+
