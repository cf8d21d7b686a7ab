// The screens in English, as pictures for people to judge (support/pictures.mjs).

import { ENGLISH } from "./support/city.mjs";
import { takePictures } from "./support/pictures.mjs";

takePictures({ locale: "en-GB", words: ENGLISH, suffix: "-en", isSecondLanguage: true });
