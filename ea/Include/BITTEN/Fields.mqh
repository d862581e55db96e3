//+------------------------------------------------------------------+
//| Fields.mqh                                                       |
//| Reads the members of one JSON object by their kind and limits.   |
//| The first that does not fit is remembered and named: an order is |
//| carried out as it was written, or not at all.                    |
//+------------------------------------------------------------------+
#ifndef BITTEN_FIELDS_MQH
#define BITTEN_FIELDS_MQH

#include "Interfaces.mqh"
#include "Decimal.mqh"
#include "Family.mqh"

class CFields
  {
private:
   CJsonReader      *m_body;
   int               m_object;
   string            m_error;

   int               Node(const string name);

public:
   void              Open(CJsonReader &body,const int object);
   string            Error() const { return(m_error); }
   //--- Only the first refusal counts
   void              Refuse(const string name,const string what);
   bool              Has(const string name);
   int               Object(const string name);
   int               List(const string name);
   string            Text(const string name,const int longest);
   string            Id(const string name);
   long              Integer(const string name,const long least,const long most);
   double            Number(const string name,const double above,const double most);
   //--- As text, checked: the text itself is kept, and what it means
   string            Price(const string name,double &value);
   string            PriceOrNull(const string name,double &value);
   string            Lots(const string name,double &value);
   string            LotsOrNull(const string name,double &value);
   ulong             Ticket(const string name);
  };
//+------------------------------------------------------------------+
void CFields::Open(CJsonReader &body,const int object)
  {
   m_body=GetPointer(body);
   m_object=object;
   m_error=body.IsObject(object) ? "" : "the body is no object";
  }
//+------------------------------------------------------------------+
void CFields::Refuse(const string name,const string what)
  {
   if(m_error=="")
      m_error="`"+name+"`: expected "+what;
  }
//+------------------------------------------------------------------+
int CFields::Node(const string name)
  {
   return(m_body.Member(m_object,name));
  }
//+------------------------------------------------------------------+
bool CFields::Has(const string name)
  {
   return(Node(name)>=0);
  }
//+------------------------------------------------------------------+
int CFields::Object(const string name)
  {
   int node=Node(name);
   if(!m_body.IsObject(node))
      Refuse(name,"an object");
   return(node);
  }
//+------------------------------------------------------------------+
int CFields::List(const string name)
  {
   int node=Node(name);
   if(!m_body.IsArray(node))
      Refuse(name,"a list");
   return(node);
  }
//+------------------------------------------------------------------+
string CFields::Text(const string name,const int longest)
  {
   string value="";
   if(!m_body.Text(Node(name),value) || StringLen(value)>longest)
      Refuse(name,"a text of at most "+IntegerToString(longest)+" characters");
   return(value);
  }
//+------------------------------------------------------------------+
string CFields::Id(const string name)
  {
   string value="";
   if(m_body.Text(Node(name),value) && CFamily::IsId(value))
      return(value);
   Refuse(name,"a ULID");
   return("");
  }
//+------------------------------------------------------------------+
long CFields::Integer(const string name,const long least,const long most)
  {
   long value=0;
   if(!m_body.Integer(Node(name),value) || value<least || value>most)
      Refuse(name,"a whole number from "+IntegerToString(least)+" to "+IntegerToString(most));
   return(value);
  }
//+------------------------------------------------------------------+
double CFields::Number(const string name,const double above,const double most)
  {
   double value=0.0;
   if(!m_body.Number(Node(name),value) || !(value>above) || value>most)
      Refuse(name,"a number above "+DoubleToString(above,0)+", at most "+DoubleToString(most,0));
   return(value);
  }
//+------------------------------------------------------------------+
string CFields::Price(const string name,double &value)
  {
   string text="";
   int decimals=0;
   value=0.0;
   if(!m_body.Text(Node(name),text) || !CDecimal::ReadPrice(text,value,decimals))
      Refuse(name,"a price such as \"1.10234\"");
   return(text);
  }
//+------------------------------------------------------------------+
string CFields::PriceOrNull(const string name,double &value)
  {
   value=0.0;
   return(m_body.IsNull(Node(name)) ? "" : Price(name,value));
  }
//+------------------------------------------------------------------+
string CFields::Lots(const string name,double &value)
  {
   string text="";
   value=0.0;
   if(!m_body.Text(Node(name),text) || !CDecimal::ReadLots(text,value))
      Refuse(name,"lots such as \"0.10\"");
   return(text);
  }
//+------------------------------------------------------------------+
string CFields::LotsOrNull(const string name,double &value)
  {
   value=0.0;
   return(m_body.IsNull(Node(name)) ? "" : Lots(name,value));
  }
//+------------------------------------------------------------------+
ulong CFields::Ticket(const string name)
  {
   string text="";
   ulong ticket=0;
   if(!m_body.Text(Node(name),text) || !CDecimal::ReadTicket(text,ticket))
      Refuse(name,"a ticket in digits");
   return(ticket);
  }

#endif
//+------------------------------------------------------------------+
