"""What a file says about itself in XMP: neutral, and the same bytes for the same document."""

import unicodedata
from dataclasses import dataclass, field
from datetime import date
from html import escape

from advisor_app.domain.language import Language

_PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
 <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
  <rdf:Description rdf:about=""
    xmlns:dc="http://purl.org/dc/elements/1.1/"
    xmlns:xmp="http://ns.adobe.com/xap/1.0/"
    xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
    xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
    xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
    xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
    xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
   <dc:format>application/pdf</dc:format>
   <dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
   <dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
   <dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>{created}
   <pdfaid:part>2</pdfaid:part>
   <pdfaid:conformance>A</pdfaid:conformance>
   <pdfuaid:part>1</pdfuaid:part>
   <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
    <pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
    <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
    <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
    <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
     <pdfaProperty:name>part</pdfaProperty:name>
     <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
     <pdfaProperty:category>internal</pdfaProperty:category>
     <pdfaProperty:description>Which part of ISO 14289 the file follows</pdfaProperty:description>
    </rdf:li></rdf:Seq></pdfaSchema:property>
   </rdf:li></rdf:Bag></pdfaExtension:schemas>
  </rdf:Description>
 </rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>
"""
_UNFIT = {"Cc", "Cf", "Cn", "Cs"}
_CREATED = "\n   <xmp:CreateDate>{day}</xmp:CreateDate>"


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """Title, author, language and day (without a time) of a document."""

    title: str = field(repr=False)
    author: str
    language: Language
    day: date | None = None

    def __post_init__(self) -> None:
        object.__setattr__(self, "title", _line(self.title))
        object.__setattr__(self, "author", _line(self.author))

    def packet(self) -> bytes:
        """Return the XMP packet, with the claims to PDF/UA-1 and PDF/A-2a."""
        created = _CREATED.format(day=self.day.isoformat()) if self.day else ""
        packet = _PACKET.format(
            title=escape(self.title),
            author=escape(self.author),
            language=self.language.value,
            created=created,
        )
        return packet.encode()


def _line(text: str) -> str:
    """Return a text without signs that turn it around, or that no XML may hold."""
    kept = (sign if unicodedata.category(sign) not in _UNFIT else " " for sign in text)
    return " ".join("".join(kept).split())
