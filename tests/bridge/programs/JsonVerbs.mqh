//+------------------------------------------------------------------+
//| JsonVerbs.mqh                                                    |
//| `json DEPTH HEX`: the text as the reader understood it, written  |
//| again by the writer, or `refused: why`. A text gets a t: before  |
//| it and a number an n: with 17 digits.                            |
//+------------------------------------------------------------------+
#include <BITTEN/Json.mqh>
#include "Words.mqh"

void DumpValue(CJsonReader &reader,const int node,CJsonWriter &writer,const string name)
  {
   string text="";
   double number=0.0;
   bool truth=false;
   if(reader.Text(node,text))
      writer.Text(name,"t:"+text);
   else
      if(reader.Number(node,number))
         writer.Text(name,"n:"+StringFormat("%.17g",number));
      else
         if(reader.Boolean(node,truth))
            writer.Boolean(name,truth);
         else
            if(reader.IsNull(node))
               writer.Null(name);
            else
               writer.Text(name,"n:beyond");
  }

void DumpNode(CJsonReader &reader,const int node,CJsonWriter &writer,const string name)
  {
   bool isObject=reader.IsObject(node);
   if(!isObject && !reader.IsArray(node))
     {
      DumpValue(reader,node,writer,name);
      return;
     }
   if(isObject)
      writer.ObjectBegin(name);
   else
      writer.ArrayBegin(name);
   for(int i=0; i<reader.Count(node); i++)
     {
      int child=reader.Item(node,i);
      DumpNode(reader,child,writer,isObject ? "m:"+reader.Name(child) : "");
     }
   if(isObject)
      writer.ObjectEnd();
   else
      writer.ArrayEnd();
  }

string JsonAnswer(const string &words[])
  {
   uchar bytes[];
   CJsonReader reader;
   CJsonWriter writer;
   HexBytes(Word(words,2),bytes);
   if(!reader.Parse(bytes,0,ArraySize(bytes),(int)StringToInteger(Word(words,1))))
      return("refused: "+reader.Error());
   DumpNode(reader,reader.Root(),writer,"");
   return(writer.Done());
  }
//+------------------------------------------------------------------+
