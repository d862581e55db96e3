//+------------------------------------------------------------------+
//| JsonReader.mqh                                                   |
//| JSON as RFC 8259 has it and nothing beyond: UTF-8 without a byte |
//| order mark, no name twice in one object, limits on depth and     |
//| size. What it cannot read whole it refuses whole, because orders |
//| come out of it.                                                  |
//+------------------------------------------------------------------+
#ifndef BITTEN_JSON_READER_MQH
#define BITTEN_JSON_READER_MQH

#include "JsonText.mqh"
#include "JsonTree.mqh"

//--- Whatever depth is asked for, the stack of the EA is never dug deeper than this
#define JSON_DEEPEST          16
#define JSON_MOST_MEMBERS     64
#define JSON_LONGEST_NUMBER   40

class CJsonReader : public CJsonTree
  {
private:
   CJsonText         m_text;
   int               m_deepest;
   string            m_error;

   int               Fail(const string what);
   int               Node(const ENUM_JSON_KIND kind,const string text);
   int               Value(const int depth);
   int               ObjectValue(const int depth);
   int               ObjectMember(const int object,const int depth);
   int               ArrayValue(const int depth);
   int               ArrayItem(const int array,const int depth);
   int               TextValue();
   int               NumberValue();
   int               WordValue(const string word,const ENUM_JSON_KIND kind);

public:
                     CJsonReader() : m_deepest(0),m_error("") {}
   //--- count bytes from the given place; maxDepth 1 allows one object or array and none inside of it
   bool              Parse(const uchar &bytes[],const int from,const int count,const int maxDepth);
   //--- One sentence: where it was refused, and why
   string            Error() const { return(m_error); }
  };
//+------------------------------------------------------------------+
bool CJsonReader::Parse(const uchar &bytes[],const int from,const int count,const int maxDepth)
  {
   ClearTree();
   m_error="";
   m_deepest=(maxDepth<JSON_DEEPEST) ? maxDepth : JSON_DEEPEST;
   if(!m_text.Open(bytes,from,count))
     {
      m_error="there are no such bytes";
      return(false);
     }
   m_text.SkipBlanks();
   int root=Value(1);
   m_text.SkipBlanks();
   if(root>=0 && !m_text.AtEnd())
      root=Fail("something follows the value");
   if(root<0)
      ClearTree();
   else
      m_root=root;
   return(root>=0);
  }
//+------------------------------------------------------------------+
//| The first complaint is the one that is told                      |
//+------------------------------------------------------------------+
int CJsonReader::Fail(const string what)
  {
   if(m_error=="")
      m_error="byte "+IntegerToString(m_text.At())+": "+what;
   return(-1);
  }
//+------------------------------------------------------------------+
int CJsonReader::Node(const ENUM_JSON_KIND kind,const string text)
  {
   int node=Add(kind,text);
   return(node>=0 ? node : Fail("more than "+IntegerToString(JSON_MOST_NODES)+" values"));
  }
//+------------------------------------------------------------------+
int CJsonReader::Value(const int depth)
  {
   int byte=m_text.Peek();
   switch(byte)
     {
      case '{':
         return(ObjectValue(depth));
      case '[':
         return(ArrayValue(depth));
      case '\"':
         return(TextValue());
      case 't':
         return(WordValue("true",JSON_TRUE));
      case 'f':
         return(WordValue("false",JSON_FALSE));
      case 'n':
         return(WordValue("null",JSON_NULL));
      default:
         break;
     }
   if(byte=='-' || (byte>='0' && byte<='9'))
      return(NumberValue());
   return(Fail(byte<0 ? "it ends where a value should be" : "no value begins like this"));
  }
//+------------------------------------------------------------------+
int CJsonReader::ObjectValue(const int depth)
  {
   if(depth>m_deepest)
      return(Fail("nested deeper than "+IntegerToString(m_deepest)));
   int object=Node(JSON_OBJECT,"");
   if(object<0)
      return(-1);
   m_text.Skip();
   m_text.SkipBlanks();
   if(m_text.Take('}'))
      return(object);
   while(ObjectMember(object,depth)>=0)
     {
      m_text.SkipBlanks();
      if(m_text.Take('}'))
         return(object);
      if(!m_text.Take(','))
         return(Fail("expected a comma or the end of the object"));
      m_text.SkipBlanks();
     }
   return(-1);
  }
//+------------------------------------------------------------------+
int CJsonReader::ObjectMember(const int object,const int depth)
  {
   string name="";
   if(!m_text.Read(name))
      return(Fail(m_text.Error()));
   if(Member(object,name)>=0)
      return(Fail("the name '"+name+"' comes twice"));
   if(Count(object)>=JSON_MOST_MEMBERS)
      return(Fail("more than "+IntegerToString(JSON_MOST_MEMBERS)+" members in one object"));
   m_text.SkipBlanks();
   if(!m_text.Take(':'))
      return(Fail("expected a colon"));
   m_text.SkipBlanks();
   int child=Value(depth+1);
   if(child<0)
      return(-1);
   Adopt(object,child,name);
   return(child);
  }
//+------------------------------------------------------------------+
int CJsonReader::ArrayValue(const int depth)
  {
   if(depth>m_deepest)
      return(Fail("nested deeper than "+IntegerToString(m_deepest)));
   int array=Node(JSON_ARRAY,"");
   if(array<0)
      return(-1);
   m_text.Skip();
   m_text.SkipBlanks();
   if(m_text.Take(']'))
      return(array);
   while(ArrayItem(array,depth)>=0)
     {
      m_text.SkipBlanks();
      if(m_text.Take(']'))
         return(array);
      if(!m_text.Take(','))
         return(Fail("expected a comma or the end of the array"));
      m_text.SkipBlanks();
     }
   return(-1);
  }
//+------------------------------------------------------------------+
int CJsonReader::ArrayItem(const int array,const int depth)
  {
   int child=Value(depth+1);
   if(child<0)
      return(-1);
   Adopt(array,child,"");
   return(child);
  }
//+------------------------------------------------------------------+
int CJsonReader::TextValue()
  {
   string value="";
   if(!m_text.Read(value))
      return(Fail(m_text.Error()));
   return(Node(JSON_TEXT,value));
  }
//+------------------------------------------------------------------+
int CJsonReader::NumberValue()
  {
   string value="";
   if(!m_text.ReadNumber(value,JSON_LONGEST_NUMBER))
      return(Fail(m_text.Error()));
   return(Node(JSON_NUMBER,value));
  }
//+------------------------------------------------------------------+
int CJsonReader::WordValue(const string word,const ENUM_JSON_KIND kind)
  {
   for(int i=0; i<StringLen(word); i++)
      if(!m_text.Take((int)StringGetCharacter(word,i)))
         return(Fail("expected '"+word+"'"));
   return(Node(kind,""));
  }

#endif
//+------------------------------------------------------------------+
