// The screens in Chinese, as pictures for people to judge (support/pictures.mjs).

import { CHINESE } from "./support/city.mjs";
import { takePictures } from "./support/pictures.mjs";

takePictures({ locale: "zh-CN", words: CHINESE, suffix: "" });
