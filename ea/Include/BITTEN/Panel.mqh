//+------------------------------------------------------------------+
//| Panel.mqh                                                        |
//| A small dark panel in the corner of the chart: rows of a caption |
//| and a text. Touches the chart only where a text changed. A label |
//| holds 63 characters, so longer texts go on in the next row.      |
//+------------------------------------------------------------------+
#ifndef BITTEN_PANEL_MQH
#define BITTEN_PANEL_MQH

#define PANEL_PREFIX      "BITTEN "
#define PANEL_LETTERS     58
#define PANEL_ROWS        20
//--- Pixels at 96 dots an inch
#define PANEL_LEFT        12
#define PANEL_TOP         24
#define PANEL_WIDTH       452
#define PANEL_ROW_HEIGHT  18
#define PANEL_CAPTION     80
#define PANEL_FONT        "Segoe UI"
#define PANEL_FONT_SIZE   9

#define PANEL_GROUND      C'18,20,24'
#define PANEL_PLAIN       C'214,217,222'
#define PANEL_DIM         C'128,134,143'
#define PANEL_GOOD        C'92,184,122'
#define PANEL_WARN        C'224,168,72'
#define PANEL_BAD         C'226,94,88'

struct SPanelRow
  {
   string            caption;
   string            text;
   color             ink;
  };

class CPanel
  {
private:
   bool              m_isShown;
   double            m_scale;
   SPanelRow         m_rows[];      // as they are wanted
   SPanelRow         m_drawn[];     // as they are on the chart

   int               Pixels(const int size) { return((int)MathRound(size*m_scale)); }
   void              Ground(const int rows);
   void              Draw(const int row);
   void              Label(const string name,const int left,const int row,const string text,const color ink);
   void              Row(const string caption,const string text,const color ink);
   static string     Name(const string part,const int row) { return(PANEL_PREFIX+part+IntegerToString(row)); }

public:
                     CPanel(void) : m_isShown(false),m_scale(1.0) {}
   void              Open(void);
   void              Close(void);
   //--- A new picture: Begin, one Say for each thing, Show
   void              Begin(void) { ArrayResize(m_rows,0,PANEL_ROWS); }
   void              Say(const string caption,const string text,const color ink);
   void              Show(void);
  };
//+------------------------------------------------------------------+
void CPanel::Open(void)
  {
   int dots=TerminalInfoInteger(TERMINAL_SCREEN_DPI);
   m_scale=dots>0 ? dots/96.0 : 1.0;
   ObjectsDeleteAll(0,PANEL_PREFIX);
   ArrayResize(m_drawn,0);
   m_isShown=true;
  }
//+------------------------------------------------------------------+
void CPanel::Close(void)
  {
   if(!m_isShown)
      return;
   ObjectsDeleteAll(0,PANEL_PREFIX);
   ChartRedraw(0);
   m_isShown=false;
  }
//+------------------------------------------------------------------+
//| Broken where there is a blank, as late as it fits                |
//+------------------------------------------------------------------+
void CPanel::Say(const string caption,const string text,const color ink)
  {
   string rest=text;
   string heading=caption;
   while(StringLen(rest)>PANEL_LETTERS)
     {
      int cut=PANEL_LETTERS;
      while(cut>0 && StringGetCharacter(rest,cut)!=' ')
         cut--;
      if(cut==0)
         cut=PANEL_LETTERS;
      Row(heading,StringSubstr(rest,0,cut),ink);
      heading="";
      rest=StringSubstr(rest,cut);
      StringTrimLeft(rest);
     }
   Row(heading,rest,ink);
  }
//+------------------------------------------------------------------+
void CPanel::Row(const string caption,const string text,const color ink)
  {
   int size=ArraySize(m_rows);
   if(size>=PANEL_ROWS)
      return;
   ArrayResize(m_rows,size+1,PANEL_ROWS);
   m_rows[size].caption=caption;
   m_rows[size].text=text;
   m_rows[size].ink=ink;
  }
//+------------------------------------------------------------------+
void CPanel::Show(void)
  {
   if(!m_isShown)
      return;
   int rows=ArraySize(m_rows);
   int drawn=ArraySize(m_drawn);
   bool hasChanged=(rows!=drawn);
   if(hasChanged)
      Ground(rows);
   for(int i=rows; i<drawn; i++)
     {
      ObjectDelete(0,Name("caption",i));
      ObjectDelete(0,Name("text",i));
     }
   ArrayResize(m_drawn,rows,PANEL_ROWS);
   for(int i=0; i<rows; i++)
     {
      bool isSame=(i<drawn && m_drawn[i].caption==m_rows[i].caption && m_drawn[i].text==m_rows[i].text
                   && m_drawn[i].ink==m_rows[i].ink);
      if(isSame)
         continue;
      hasChanged=true;
      Draw(i);
      m_drawn[i]=m_rows[i];
     }
   if(hasChanged)
      ChartRedraw(0);
  }
//+------------------------------------------------------------------+
//| Made again below the labels when its height changes              |
//+------------------------------------------------------------------+
void CPanel::Ground(const int rows)
  {
   string name=PANEL_PREFIX+"ground";
   if(ObjectFind(0,name)<0)
     {
      ObjectCreate(0,name,OBJ_RECTANGLE_LABEL,0,0,0.0);
      ObjectSetInteger(0,name,OBJPROP_CORNER,CORNER_LEFT_UPPER);
      ObjectSetInteger(0,name,OBJPROP_XDISTANCE,Pixels(PANEL_LEFT));
      ObjectSetInteger(0,name,OBJPROP_YDISTANCE,Pixels(PANEL_TOP));
      ObjectSetInteger(0,name,OBJPROP_XSIZE,Pixels(PANEL_WIDTH));
      ObjectSetInteger(0,name,OBJPROP_BGCOLOR,PANEL_GROUND);
      ObjectSetInteger(0,name,OBJPROP_BORDER_TYPE,BORDER_FLAT);
      ObjectSetInteger(0,name,OBJPROP_COLOR,PANEL_DIM);
      ObjectSetInteger(0,name,OBJPROP_SELECTABLE,false);
      ObjectSetInteger(0,name,OBJPROP_HIDDEN,true);
     }
   ObjectSetInteger(0,name,OBJPROP_YSIZE,Pixels(rows*PANEL_ROW_HEIGHT+12));
  }
//+------------------------------------------------------------------+
void CPanel::Draw(const int row)
  {
   Label(Name("caption",row),PANEL_LEFT+10,row,m_rows[row].caption,PANEL_DIM);
   Label(Name("text",row),PANEL_LEFT+PANEL_CAPTION,row,m_rows[row].text,m_rows[row].ink);
  }
//+------------------------------------------------------------------+
void CPanel::Label(const string name,const int left,const int row,const string text,const color ink)
  {
   if(ObjectFind(0,name)<0)
     {
      ObjectCreate(0,name,OBJ_LABEL,0,0,0.0);
      ObjectSetInteger(0,name,OBJPROP_CORNER,CORNER_LEFT_UPPER);
      ObjectSetInteger(0,name,OBJPROP_XDISTANCE,Pixels(left));
      ObjectSetInteger(0,name,OBJPROP_YDISTANCE,Pixels(PANEL_TOP+6+row*PANEL_ROW_HEIGHT));
      ObjectSetString(0,name,OBJPROP_FONT,PANEL_FONT);
      ObjectSetInteger(0,name,OBJPROP_FONTSIZE,PANEL_FONT_SIZE);
      ObjectSetInteger(0,name,OBJPROP_SELECTABLE,false);
      ObjectSetInteger(0,name,OBJPROP_HIDDEN,true);
     }
   //--- An empty text would show the word "Label"
   ObjectSetString(0,name,OBJPROP_TEXT,text=="" ? " " : text);
   ObjectSetInteger(0,name,OBJPROP_COLOR,ink);
  }

#endif
//+------------------------------------------------------------------+
