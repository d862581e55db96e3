//+------------------------------------------------------------------+
//| Bytes.mqh                                                        |
//| A queue of bytes that grows behind and is used up in front, and  |
//| text as bytes. MQL5 gives arrays of bytes and no more.           |
//+------------------------------------------------------------------+
#ifndef BITTEN_BYTES_MQH
#define BITTEN_BYTES_MQH

//--- Memory that an empty queue may keep
#define BYTES_KEPT            65536

class CBytes
  {
private:
   uchar             m_data[];
   int               m_from;
   int               m_to;

   bool              MakeRoom(const int count);

public:
                     CBytes() : m_from(0),m_to(0) {}
   int               Size() const { return(m_to-m_from); }
   uchar             At(const int index) const { return(m_data[m_from+index]); }
   void              Clear();
   //--- false when there is no memory: then nothing was appended
   bool              Append(const uchar &source[],const int from,const int count);
   bool              AppendByte(const uchar value);
   //--- The most significant byte first
   bool              AppendBig(const ulong value,const int bytes);
   void              Drop(const int count);
   //--- target has exactly count bytes then
   bool              CopyTo(uchar &target[],const int from,const int count) const;
  };
//+------------------------------------------------------------------+
void CBytes::Clear()
  {
   m_from=0;
   m_to=0;
   if(ArraySize(m_data)>BYTES_KEPT)
      ArrayFree(m_data);
  }
//+------------------------------------------------------------------+
//| Into a fresh array, never within the same one: what ArrayCopy    |
//| does when source and target overlap is documented nowhere        |
//+------------------------------------------------------------------+
bool CBytes::MakeRoom(const int count)
  {
   if(count<=ArraySize(m_data)-m_to)
      return(true);
   int size=Size();
   if(count>(INT_MAX-64)/2-size)
      return(false);
   uchar fresh[];
   int room=2*(size+count)+64;
   if(ArrayResize(fresh,room)!=room)
      return(false);
   if(size>0 && ArrayCopy(fresh,m_data,0,m_from,size)!=size)
      return(false);
   if(!ArraySwap(m_data,fresh))
      return(false);
   m_from=0;
   m_to=size;
   return(true);
  }
//+------------------------------------------------------------------+
bool CBytes::Append(const uchar &source[],const int from,const int count)
  {
   if(count==0)
      return(true);
   if(count<0 || from<0 || count>ArraySize(source)-from || !MakeRoom(count))
      return(false);
   if(ArrayCopy(m_data,source,m_to,from,count)!=count)
      return(false);
   m_to+=count;
   return(true);
  }
//+------------------------------------------------------------------+
bool CBytes::AppendByte(const uchar value)
  {
   if(!MakeRoom(1))
      return(false);
   m_data[m_to++]=value;
   return(true);
  }
//+------------------------------------------------------------------+
bool CBytes::AppendBig(const ulong value,const int bytes)
  {
   if(!MakeRoom(bytes))
      return(false);
   for(int i=bytes-1; i>=0; i--)
      m_data[m_to++]=(uchar)((value>>(8*i))&0xFF);
   return(true);
  }
//+------------------------------------------------------------------+
void CBytes::Drop(const int count)
  {
   m_from+=count;
   if(m_from>=m_to)
      Clear();
  }
//+------------------------------------------------------------------+
bool CBytes::CopyTo(uchar &target[],const int from,const int count) const
  {
   if(from<0 || count<0 || count>Size()-from || ArrayResize(target,count)!=count)
      return(false);
   return(count==0 || ArrayCopy(target,m_data,0,m_from+from,count)==count);
  }
//+------------------------------------------------------------------+
//| The text in UTF-8, without the zero that MQL5 puts at the end    |
//+------------------------------------------------------------------+
void Utf8Bytes(const string text,uchar &bytes[])
  {
   int count=StringToCharArray(text,bytes,0,WHOLE_ARRAY,CP_UTF8);
   while(count>0 && bytes[count-1]==0)
      count--;
   ArrayResize(bytes,count);
  }
//+------------------------------------------------------------------+
//| The same bytes and no others                                     |
//+------------------------------------------------------------------+
void CopyArray(uchar &target[],const uchar &source[])
  {
   int size=ArraySize(source);
   if(ArrayResize(target,size)==size && size>0)
      ArrayCopy(target,source,0,0,size);
  }
//+------------------------------------------------------------------+
void AppendArray(uchar &target[],const uchar &source[])
  {
   int size=ArraySize(target);
   int more=ArraySize(source);
   if(more>0 && ArrayResize(target,size+more)==size+more)
      ArrayCopy(target,source,size,0,more);
  }
//+------------------------------------------------------------------+
string HexOf(const uchar &bytes[])
  {
   uchar digits[],letters[];
   int size=ArraySize(bytes);
   Utf8Bytes("0123456789abcdef",digits);
   ArrayResize(letters,2*size);
   for(int i=0; i<size; i++)
     {
      letters[2*i]=digits[bytes[i]>>4];
      letters[2*i+1]=digits[bytes[i]&15];
     }
   return(size==0 ? "" : CharArrayToString(letters,0,2*size,CP_UTF8));
  }
//+------------------------------------------------------------------+
//| Small letters only, as the protocol writes them                  |
//+------------------------------------------------------------------+
bool IsHex(const string text,const int characters)
  {
   if(StringLen(text)!=characters)
      return(false);
   for(int i=0; i<characters; i++)
     {
      ushort unit=StringGetCharacter(text,i);
      if(!(unit>='0' && unit<='9') && !(unit>='a' && unit<='f'))
         return(false);
     }
   return(true);
  }

#endif
//+------------------------------------------------------------------+
