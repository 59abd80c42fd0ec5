package dev.chipledger.read.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguagesTest {
  @ParameterizedTest
  @CsvSource({
    "en, The company said on Thursday that it had bought the chips and would use them in its own data "
        + "centre from spring on.",
    "de, Das Unternehmen teilte am Donnerstag mit; dass es die Beschleuniger bestellt habe und sie im "
        + "Frühjahr aufstellen werde. Über den Preis wurde nichts bekannt. Fachleute rechnen mit einer Summe "
        + "von mehreren hundert Millionen Euro für alle Geräte.",
    "fr, L'entreprise a annoncé jeudi qu'elle avait commandé des processeurs et qu'elle les installerait "
        + "au printemps dans son nouveau centre de données. Le prix n'a pas été communiqué; mais les "
        + "spécialistes parlent de plusieurs centaines de millions.",
    "es, La empresa anunció el jueves que había encargado los procesadores y que los instalaría en "
        + "primavera en su nuevo centro de datos. No se conoce el precio; aunque los expertos hablan de varios "
        + "cientos de millones de euros para todo el pedido con la red y la refrigeración.",
    "nl, Het bedrijf maakte donderdag bekend dat het de versnellers heeft besteld en ze in het voorjaar "
        + "in het nieuwe datacentrum zal plaatsen. Over de prijs is niets bekend; maar deskundigen spreken van "
        + "enkele honderden miljoenen euro voor alles samen.",
    "ru, Компания сообщила в четверг; что заказала ускорители и установит их весной в новом центре "
        + "обработки данных. О цене ничего не известно; однако специалисты говорят о нескольких сотнях "
        + "миллионов евро за всё оборудование вместе с сетью и охлаждением.",
    "da, Selskabet meddelte torsdag; at det har bestilt acceleratorerne og vil stille dem op i foråret i "
        + "sit nye datacenter. Prisen er ikke kendt; men eksperter taler om flere hundrede millioner kroner "
        + "for det hele med netværk og køling i bygningen. "
        + "Flere kunder har allerede skrevet under.",
    "pl, Spółka poinformowała w czwartek; że zamówiła akceleratory i ustawi je wiosną w nowym centrum "
        + "danych. To duży zakup. Cena nie jest znana; ale eksperci mówią o kilkuset milionach złotych za "
        + "całość razem z siecią i chłodzeniem w budynku pod miastem.",
    "pt, A empresa informou na quinta-feira que encomendou os processadores e que as máquinas serão "
        + "instaladas no seu novo centro de dados. O preço não é conhecido; mas os especialistas falam de "
        + "várias centenas de milhões de euros por todo o pedido. "
        + "Vários clientes já assinaram os contratos.",
  })
  void told(String code, String text) {
    assertThat(Languages.of(text)).isEqualTo(code);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Nvidia H100", "Kurz und gut, nur ein Satz.", "12 345 67.8 % 90 | 12 | 34"})
  void too_short(String text) {
    assertThat(Languages.of(text)).isNull();
  }

  /** What detectors take for German, Danish or Latin. */
  @ParameterizedTest
  @ValueSource(strings = {
    "NVIDIA GeForce RTX 4090 24GB GDDR6X, AMD Ryzen 9 7950X, Intel Core i9-14900K, Samsung 990 Pro 2TB, "
        + "Corsair Dominator DDR5, ASUS ROG Strix, Gigabyte Aorus Master, Noctua NH-D15, Seasonic Prime "
        + "TX-1600, Lian Li O11 Dynamic, Arctic Liquid Freezer, MSI Suprim X, Zotac Trinity OC, Palit "
        + "GameRock, Inno3D iChill, Gainward Phantom, KFA2 Hall of Fame, PNY Verto Epic-X",
    "| Model | Params | Context | MMLU |\n| --- | --- | --- | --- |\n| Llama 3.1 | 70B | 128k | 83.6 "
        + "|\n| Mistral Large | 123B | 128k | 84.0 |\n| Qwen 2.5 | 72B | 128k | 86.1 "
        + "|\n**[Discord](https://discord.gg/x)** > Nous Research, Unsloth, Eleuther, Perplexity, LM Studio, "
        + "Cursor, Stability, HuggingFace, Modular, Tinygrad, OpenRouter, Cohere, Torchtune, Interconnects",
  })
  void names_alone_are_no_foreign_language(String text) {
    assertThat(Languages.of(text)).isIn(null, "en");
  }

  @ParameterizedTest
  @CsvSource(nullValues = "-", value = {"en-GB, en", "EN, en", "zh_Hant_TW, zh", "deu, de", "iw, he", "x-default, -",
      "'', -", "-, -"})
  void code_of_a_tag(String tag, String code) {
    assertThat(Languages.code(tag)).isEqualTo(code);
  }
}
