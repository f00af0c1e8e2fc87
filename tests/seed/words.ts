/* Short lists of German and English names and places: enough for millions of different people. */

export const FIRST_NAMES =
  'Ada Alexander Amelia Anna Anton Ben Carlotta Charlotte Clara Daniel David Edith Elias Emilia Emma Erik Felix Finn Florence Frieda George Grace Greta Hannah Harry Helena Henry Ida Isabel Jakob James Jan Johanna Jonas Julia Karl Katharina Konstantin Lea Leonie Liam Lina Louis Lucy Luisa Lukas Maja Marie Martha Mats Maximilian Mia Mila Moritz Nele Nina Noah Oliver Oskar Paul Paula Philipp Pia Robert Rosa Ruth Samuel Sarah Sebastian Sofia Sophie Theo Thomas Tim Tobias Valentin Victoria Vincent Zoë Änne Jürgen Günther Sören Bärbel Jörg Käthe'.split(
    ' ',
  );

export const LAST_NAMES =
  'Adams Albrecht Allen Arnold Bach Baker Bauer Baumann Becker Bell Berger Böhm Brandt Braun Brown Busch Carter Clark Collins Cook Cooper Davies Dietrich Edwards Engel Evans Fischer Foster Frank Franke Friedrich Fuchs Graf Green Groß Günther Haas Hahn Hall Harris Hartmann Heinrich Hill Hoffmann Hofmann Horn Hughes Huber Jackson Jäger Jones Jung Kaiser Kelly King Klein Koch Köhler König Krämer Kraus Krause Krüger Kuhn Lange Lee Lehmann Lewis Lorenz Ludwig Maier Martin Meyer Miller Möller Moore Müller Murphy Neumann Otto Parker Peters Pfeiffer Pohl Richter Roberts Robinson Roth Sauer Schäfer Schmid Schmidt Schmitt Schneider Scholz Schreiber Schröder Schubert Schulte Schulz Schumacher Schuster Schwarz Scott Seidel Simon Smith Sommer Stein Taylor Thomas Turner Vogel Vogt Voigt Wagner Walker Walter Ward Weber Weiß Werner White Williams Winkler Winter Wolf Wood Wright Young Ziegler Zimmermann'.split(
    ' ',
  );

export const STREETS =
  'Hauptstraße Bahnhofstraße Gartenweg Lindenallee Schulstraße Bergstraße Rosenweg Kirchgasse Waldstraße Seeweg High_Street Station_Road Mill_Lane Park_Avenue Church_Street Victoria_Road'
    .split(' ')
    .map((street) => street.replace('_', ' '));

/** City, postcode area, country. */
export const CITIES: readonly (readonly [string, string, string])[] = [
  ['Berlin', '10', 'DE'],
  ['Hamburg', '20', 'DE'],
  ['München', '80', 'DE'],
  ['Köln', '50', 'DE'],
  ['Leipzig', '04', 'DE'],
  ['Münster', '48', 'DE'],
  ['Wien', '1', 'AT'],
  ['Zürich', '8', 'CH'],
  ['London', 'E', 'GB'],
  ['Leeds', 'LS', 'GB'],
  ['Dublin', 'D', 'IE'],
];

/** Domains that nobody can own, RFC 2606. */
export const MAIL_HOSTS = [
  'example.com',
  'example.org',
  'example.net',
  'mail.example',
  'post.example',
];

export const EXPERIENCES = ['Summer raffle', 'Herbstaktion', 'Trade fair Köln', 'Advent calendar'];

export const ANSWERS = [
  'Very friendly staff.',
  'Sehr gute Beratung, gerne wieder!',
  'It took a little long.',
  'Tolle Aktion.',
  'More colours, please.',
  'Nichts, alles gut.',
];
